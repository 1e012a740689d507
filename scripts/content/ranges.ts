import { counted } from '#domain/text/numbers';
import { buildTime } from '#loading/build-time';
import { readContent } from '#loading/read-content';
import { readCommand } from '../command-line.ts';
import { writeInferences } from '#loading/write-inferences';

const usage = `Usage: npm run ranges

Computes the rank ranges of every edition whose scores are new or have changed, and writes them next to the edition as
<YYYY-MM-DD>.inference.json. Takes some seconds for each edition.`;
readCommand(usage, {});

const written = writeInferences(process.cwd(), readContent(process.cwd(), buildTime()));
for (const file of written) console.log(file);
console.log(written.length === 0 ? 'All rank ranges are those of the scores.' : `${counted(written.length, 'file')} written.`);
