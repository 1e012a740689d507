import { counted, listed } from './figures.ts';

const winners = ['left', 'right', 'tie'] as const;

/** Who won a vote: a side, or neither. */
export type Winner = (typeof winners)[number];

/** One vote between two models. */
export interface Vote {
  left: string;
  right: string;
  winner: Winner;
  /** The line of the file it stands on, for messages. */
  line?: number | undefined;
}

/** All votes between two models, whichever stood on the left. */
export interface Pair {
  /** Index of the model whose name comes first. */
  first: number;
  second: number;
  firstWins: number;
  secondWins: number;
  ties: number;
}

/** Votes counted by pair. The same for every order of the votes and of the sides. */
export interface Comparisons {
  /** Names, sorted by UTF-16 units. */
  models: string[];
  /** Sorted by first, then by second model. */
  pairs: Pair[];
}

/** What is wrong with votes, what to write instead, and which models it is about. */
export interface VoteFault {
  what: string;
  write: string;
  models: readonly string[];
}

/** Votes from which ratings cannot be formed. */
export class RatingError extends Error {
  override readonly name = 'RatingError';
  readonly what: string;
  readonly write: string;
  /** The models that the message is about, the one to look at first. */
  readonly models: readonly string[];
  /** The line of the vote at fault, when it is a single one that has a line. */
  readonly line: number | undefined;

  constructor({ what, write, models }: VoteFault, line?: number) {
    super(`${line === undefined ? '' : `Line ${line}: `}${what} ${write}`);
    this.what = what;
    this.write = write;
    this.models = models;
    this.line = line;
  }
}

export function isWinner(text: string): text is Winner {
  return winners.some((winner) => winner === text);
}

/** What is wrong with a single vote, if anything. */
export function faultOfVote({ left, right, winner }: { left: string; right: string; winner: string }): VoteFault | undefined {
  if (!isWinner(winner)) return { what: `The winner \`${winner}\` is unknown.`, write: 'Write left, right or tie.', models: [left, right] };
  if (left === right) return { what: `The model \`${left}\` is voted against itself.`, write: 'Name two different models.', models: [left] };
  return undefined;
}

/**
 * Counts votes by pair.
 * @throws RatingError for an unknown winner and for a model voted against itself
 */
export function countPairs(votes: readonly Vote[]): Comparisons {
  for (const vote of votes) {
    const fault = faultOfVote(vote);
    if (fault) throw new RatingError(fault, vote.line);
  }
  const models = [...new Set(votes.flatMap(({ left, right }) => [left, right]))].sort();
  const places = new Map(models.map((model, index) => [model, index]));
  const pairs = new Map<number, Pair>();
  for (const { left, right, winner } of votes) {
    const [leftPlace, rightPlace] = [places.get(left) ?? 0, places.get(right) ?? 0];
    const [first, second] = leftPlace < rightPlace ? [leftPlace, rightPlace] : [rightPlace, leftPlace];
    const key = first * models.length + second;
    const pair = pairs.get(key) ?? { first, second, firstWins: 0, secondWins: 0, ties: 0 };
    pairs.set(key, pair);
    if (winner === 'tie') pair.ties += 1;
    else if ((winner === 'left' ? leftPlace : rightPlace) === first) pair.firstWins += 1;
    else pair.secondWins += 1;
  }
  return { models, pairs: [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair) };
}

/** In how many votes each model stood. */
export function votesOf({ models, pairs }: Comparisons): number[] {
  const counts = models.map(() => 0);
  for (const { first, second, firstWins, secondWins, ties } of pairs) {
    for (const model of [first, second]) counts[model] = (counts[model] ?? 0) + firstWins + secondWins + ties;
  }
  return counts;
}

/**
 * Makes sure that the likelihood has one greatest value: however the models are parted in two groups,
 * each group has won or tied a vote against the other. Else some rating would be infinite or arbitrary.
 * @see L. R. Ford (1957), Solution of a ranking problem from binary comparisons, https://doi.org/10.2307/2308513
 * @throws RatingError for fewer than two models, a graph in several pieces, a model with only wins or only
 *   losses, and a group of models that never won against the others
 */
export function checkComparable(comparisons: Comparisons): void {
  const fault = tooFewModels(comparisons) ?? separatePieces(comparisons) ?? onlyWinsOrLosses(comparisons) ?? groupWithoutWins(comparisons);
  if (fault) throw new RatingError(fault);
}

function tooFewModels({ models }: Comparisons): VoteFault | undefined {
  if (models.length > 1) return undefined;
  return { what: 'Ratings need at least two models, and there are no votes.', write: 'Give votes between two or more models.', models };
}

function separatePieces({ models, pairs }: Comparisons): VoteFault | undefined {
  const neighbours = linksBetween(models, pairs, () => [true, true]);
  const seen = new Set<number>();
  const pieces: string[] = [];
  for (const [index, model] of models.entries()) {
    if (seen.has(index)) continue;
    pieces.push(model);
    for (const member of reachable(neighbours, index)) seen.add(member);
  }
  if (pieces.length === 1) return undefined;
  return {
    what: `The votes fall into ${counted(pieces.length, 'separate group')}, with no vote between them: one has ${quoted(pieces, ', another ')}.`,
    write: 'Add votes between the groups, or rate each group alone.',
    models: pieces,
  };
}

function onlyWinsOrLosses({ models, pairs }: Comparisons): VoteFault | undefined {
  const won = new Set<number>();
  const lost = new Set<number>();
  for (const { first, second, firstWins, secondWins, ties } of pairs) {
    for (const [winner, loser, times] of [[first, second, firstWins + ties], [second, first, secondWins + ties]] as const) {
      if (times === 0) continue;
      won.add(winner);
      lost.add(loser);
    }
  }
  const winning = models.filter((_, index) => !lost.has(index));
  const losing = models.filter((_, index) => !won.has(index));
  const parts = [...onlyPart(winning, 'wins'), ...onlyPart(losing, 'losses')];
  if (parts.length === 0) return undefined;
  return { what: `${parts.join(', and ')}: no finite rating fits.`, write: 'Add votes with another outcome, or leave these models out.', models: [...winning, ...losing] };
}

function onlyPart(models: readonly string[], outcome: string): string[] {
  if (models.length === 0) return [];
  return [`${listed(models.map((model) => `\`${model}\``))} ${models.length === 1 ? 'has' : 'have'} only ${outcome}`];
}

/** Two groups where one has won every vote between them; each model may still have wins and losses in its own group. */
function groupWithoutWins({ models, pairs }: Comparisons): VoteFault | undefined {
  const beaten = linksBetween(models, pairs, ({ firstWins, secondWins, ties }) => [firstWins + ties > 0, secondWins + ties > 0]);
  const beating = linksBetween(models, pairs, ({ firstWins, secondWins, ties }) => [secondWins + ties > 0, firstWins + ties > 0]);
  for (const [links, outcome] of [[beaten, 'won'], [beating, 'lost']] as const) {
    const group = reachable(links, 0);
    if (group.size === models.length) continue;
    const other = models.find((_, index) => !group.has(index)) ?? '';
    const [model = ''] = models;
    return {
      what: `The group of ${counted(group.size, 'model')} around \`${model}\` has never ${outcome} or tied a vote against the models outside it, such as \`${other}\`: no finite ratings fit.`,
      write: 'Add votes with another outcome between the two, or rate each group alone.',
      models: [model, other],
    };
  }
  return undefined;
}

/** For each model, the models it is linked to; `open` says whether a pair links first to second, and second to first. */
function linksBetween(models: readonly string[], pairs: readonly Pair[], open: (pair: Pair) => [boolean, boolean]): number[][] {
  const links: number[][] = models.map(() => []);
  for (const pair of pairs) {
    const [forth, back] = open(pair);
    if (forth) links[pair.first]?.push(pair.second);
    if (back) links[pair.second]?.push(pair.first);
  }
  return links;
}

/** Every model that links lead to from one, itself included. */
function reachable(links: readonly (readonly number[])[], start: number): Set<number> {
  const found = new Set([start]);
  // A set is walked in the order of adding, with what is added on the way.
  for (const model of found) for (const next of links[model] ?? []) found.add(next);
  return found;
}

function quoted(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}
