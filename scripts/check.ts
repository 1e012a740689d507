import { buildTime } from '#loading/build-time';
import { formatProblem, isError } from '#loading/problem';
import { checkContent } from './check-content.ts';

const { problems } = checkContent(process.cwd(), buildTime());
for (const problem of problems) console.error(formatProblem(problem));
console.log(problems.length === 0 ? 'The content has no problems.' : `${problems.length} problem${problems.length === 1 ? '' : 's'} in the content.`);
process.exitCode = problems.some(isError) ? 1 : 0;
