import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from '#domain/text/nearest';
import { buildTime } from '#loading/build-time';
import { stories } from '#loading/content';
import { formatProblem, isError } from '#loading/problem';
import { readContent } from '#loading/read-content';
import { checkContent } from '#loading/check-content';
import { readCommand } from '../command-line.ts';
import { complete, fieldsOf, newKinds, type Answers, type NewKind } from './new-fields.ts';
import { CannotMake, makeFile, type NewFile } from './new-file.ts';
import { readRows } from './new-rows.ts';
import { writeInferences } from '#loading/write-inferences';
import { ask } from './terminal.ts';

const usage = `Usage: npm run new -- "Headline" [--category=… --author=… --dek=… --models=… --lead=… --slug=…]
       npm run new -- review "Headline" --model=… [--verdict=… --strengths=… --limits=… --best-for=… …]
       npm run new -- model "Name" [--provider=… --slug=…]
       npm run new -- edition <board> --rows=rows.csv --source=… --publisher=… [--url=… --date=…]
       npm run new -- topic "Name" --summary=… --source=… --publisher=… [--url=… --tags=… --models=… --slug=…]
       npm run new -- lawsuit "Name" --claimants=… --defendants=… --court=… --filed=… --claim=… --stage=…
                      --source=… --publisher=… [--url=… --slug=…]
       npm run new -- rule "Name" --law=… --place=… --asks=… --stage=… --source=… --publisher=…
                      [--applies-from=… --url=… --slug=…]

Writes a new file, filled in as far as the options say. What is missing is asked for. Separate the items of a list by commas.`;

/** Where `npm run dev` shows pages. */
const preview = 'http://localhost:4321';

try {
  await main(process.cwd(), buildTime());
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

async function main(root: string, now: Date): Promise<void> {
  const content = readContent(root, now);
  const { kind, said } = readArguments();
  const fields = fieldsOf(kind, content.collections);
  const unknown = Object.keys(said).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw new CannotMake(`\`--${unknown}\` is no option for a new ${kind}.\n${usage}`);
  const answers = await ask(async (question) => complete(fields, said, question));
  if (Array.isArray(answers)) throw new CannotMake(answers.join('\n'));
  const rows = kind === 'edition' ? readRows(answers['rows'] ?? '') : [];
  const made = makeFile(kind, answers, now, new Set(stories(content).map(({ data }) => data.id)), rows);
  write(root, made, now);
  if (made.text.includes('\ndraft: true\n'))
    console.log('Saved as a draft. Delete the line `draft: true` to publish it.');
  console.log(`${made.file}\nPreview: ${preview}${made.page} (npm run dev)`);
}

function readArguments(): { kind: NewKind; said: Answers } {
  const options = Object.fromEntries(newOptions().map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = readCommand(usage, options, true);
  const [first = '', ...others] = positionals;
  const kind = newKinds.find((name) => name === first);
  const near = kind === undefined && others.length > 0 ? nearest(first, newKinds) : undefined;
  if (near !== undefined)
    throw new CannotMake(`There is no kind \`${first}\`. Did you mean \`${near}\`? A headline is in quotation marks.`);
  const title = (kind === undefined ? positionals : others).join(' ').trim();
  const said = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return { kind: kind ?? 'article', said: title === '' ? said : { title, ...said } };
}

/** All options of all kinds. */
function newOptions(): string[] {
  const none = { authors: [], boards: [], categories: [], models: [], providers: [] };
  return [...new Set(newKinds.flatMap((kind) => fieldsOf(kind, none).map(({ name }) => name)))];
}

/**
 * Writes the file, and takes it away again when the check refuses it.
 * @throws CannotMake when there is such a file, or with what is wrong with it
 */
function write(root: string, { file, text }: NewFile, now: Date): void {
  const path = join(root, file);
  if (existsSync(path))
    throw new CannotMake(`There is ${file} already. Open it, or give the new one another name with \`--slug=\`.`);
  const made = mkdirSync(dirname(path), { recursive: true }) ?? path;
  writeFileSync(path, text, { flag: 'wx' });
  const inferences = writeInferences(root, readContent(root, now));
  const problems = checkContent(root, now).problems.filter((problem) => problem.file === file && isError(problem));
  if (problems.length === 0) return;
  for (const written of [made, ...inferences.map((inference) => join(root, inference))])
    rmSync(written, { recursive: true, force: true });
  throw new CannotMake(problems.map(formatProblem).join('\n'));
}
