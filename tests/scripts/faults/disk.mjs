// Loaded before a program: lets the disk, or the program, fail at one of the changes that it makes to files.
// FAULT_AT: the number of the change. FAULT: `kill` before it, `half` in the middle of writing, `full` from it on.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.FAULT_AT);
const fault = process.env.FAULT;
let count = 0;

const write = fs.writeFileSync;
const die = () => process.kill(process.pid, 'SIGKILL');
const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 });
const half = (content) => Buffer.from(content).subarray(0, Math.floor(Buffer.from(content).length / 2));

/** What happens instead of a change, if anything; throws where the change does. */
function strike(name, args) {
  count += 1;
  const writeHalf = () => {
    if (name === 'writeFile') write(args[0], half(args[1]));
    if (name === 'copyFile') write(args[1], half(fs.readFileSync(args[0])));
  };
  if (fault === 'kill' && count === at) die();
  if (fault === 'half' && count === at) {
    writeHalf();
    die();
  }
  // A full disk still lets files go.
  if (fault === 'full' && count >= at && name !== 'rm' && name !== 'unlink' && name !== 'rmdir') {
    writeHalf();
    throw full();
  }
}

for (const name of ['mkdir', 'writeFile', 'copyFile', 'link', 'symlink', 'rename', 'rm', 'rmdir', 'unlink']) {
  const [promised, now] = [fs.promises[name], fs[`${name}Sync`]];
  fs.promises[name] = async (...args) => {
    strike(name, args);
    return promised.apply(fs.promises, args);
  };
  fs[`${name}Sync`] = (...args) => {
    strike(name, args);
    return now.apply(fs, args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => console.log(`changes: ${count}`));
