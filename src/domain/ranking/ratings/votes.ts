const winners = ['left', 'right', 'tie'] as const;

/** Who won a vote: a side, or neither. */
export type Winner = (typeof winners)[number];

/** One vote between two models. */
export interface Vote {
  left: string;
  right: string;
  winner: Winner;
  /** The line of the file it is on, for messages. */
  line?: number | undefined;
}

/** All votes between two models, whichever was on the left. */
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
export interface VoteProblem {
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

  constructor({ what, write, models }: VoteProblem, line?: number) {
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
export function faultOfVote({
  left,
  right,
  winner,
}: {
  left: string;
  right: string;
  winner: string;
}): VoteProblem | undefined {
  if (!isWinner(winner))
    return { what: `The winner \`${winner}\` is unknown.`, write: 'Write left, right or tie.', models: [left, right] };
  if (left === right)
    return {
      what: `The model \`${left}\` is voted against itself.`,
      write: 'Name two different models.',
      models: [left],
    };
  return undefined;
}

/** Counts votes by pair, one after the other: a million of them need no more memory than their pairs. */
export class PairCounter {
  /** How many votes were counted. */
  count = 0;
  readonly #indexes = new Map<string, number>();
  readonly #pairs = new Map<number, Pair>();

  /** @throws RatingError for an unknown winner and for a model voted against itself */
  add(vote: Vote): void {
    const fault = faultOfVote(vote);
    if (fault) throw new RatingError(fault, vote.line);
    const [left, right] = [this.#indexOf(vote.left), this.#indexOf(vote.right)];
    const [first, second] = left < right ? [left, right] : [right, left];
    const key = first * mostModels + second;
    let pair = this.#pairs.get(key);
    if (!pair) {
      pair = { first, second, firstWins: 0, secondWins: 0, ties: 0 };
      this.#pairs.set(key, pair);
    }
    if (vote.winner === 'tie') pair.ties += 1;
    else if ((vote.winner === 'left' ? left : right) === first) pair.firstWins += 1;
    else pair.secondWins += 1;
    this.count += 1;
  }

  /** All votes so far, the same for every order of the votes and of the sides. */
  comparisons(): Comparisons {
    const models = [...this.#indexes.keys()].sort();
    const places = new Map(models.map((model, place) => [this.#indexes.get(model) ?? 0, place]));
    const pairs = [...this.#pairs.values()].map((pair): Pair => {
      const [first, second] = [places.get(pair.first) ?? 0, places.get(pair.second) ?? 0];
      return first < second
        ? { ...pair, first, second }
        : { first: second, second: first, firstWins: pair.secondWins, secondWins: pair.firstWins, ties: pair.ties };
    });
    return { models, pairs: pairs.sort((a, b) => a.first - b.first || a.second - b.second) };
  }

  #indexOf(model: string): number {
    const known = this.#indexes.get(model);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(model, index);
    return index;
  }
}

/** Far above what can be rated: pairs have one number as their key. */
const mostModels = 2 ** 24;

/** In how many votes each model was. */
export function votesOf({ models, pairs }: Comparisons): number[] {
  const counts = models.map(() => 0);
  for (const { first, second, firstWins, secondWins, ties } of pairs) {
    for (const model of [first, second]) counts[model] = (counts[model] ?? 0) + firstWins + secondWins + ties;
  }
  return counts;
}
