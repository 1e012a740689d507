import { rollBack } from './publish.ts';

try {
  const { record } = await rollBack(process.cwd());
  console.log(`dist/ is the site of ${record.time} again.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
