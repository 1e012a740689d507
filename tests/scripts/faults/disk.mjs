// Loaded before a program: lets the disk, or the program, fail at one of the changes that it makes to files.
// FAULT_AT: the number of the change. FAULT: `kill` before it, `half` in the middle of writing, `full` from it on.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.FAULT_AT);
const fault = process.env.FAULT;
let count = 0;

const die = () => process.kill(process.pid, 'SIGKILL');
const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 });
const half = (content) => Buffer.from(content).subarray(0, Math.floor(Buffer.from(content).length / 2));

for (const name of ['mkdir', 'writeFile', 'copyFile', 'link', 'symlink', 'rename', 'rm', 'unlink']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    count += 1;
    if (fault === 'kill' && count === at) die();
    if (fault === 'half' && count === at) {
      if (name === 'writeFile') fs.writeFileSync(args[0], half(args[1]));
      if (name === 'copyFile') fs.writeFileSync(args[1], half(fs.readFileSync(args[0])));
      die();
    }
    // A full disk still lets files go.
    if (fault === 'full' && count >= at && name !== 'rm' && name !== 'unlink') {
      if (name === 'writeFile') fs.writeFileSync(args[0], half(args[1]));
      throw full();
    }
    return real.apply(fs.promises, args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => console.log(`changes: ${count}`));
