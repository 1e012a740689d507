import { counted, listed } from '../../text/numbers.ts';
import { RatingError, type Comparisons, type Pair, type VoteProblem } from './votes.ts';

/**
 * Makes sure that the likelihood has one greatest value: however the models are parted in two groups,
 * each group has won or tied a vote against the other. Else some rating would be infinite or arbitrary.
 * @see L. R. Ford (1957), Solution of a ranking problem from binary comparisons, https://doi.org/10.2307/2308513
 * @throws RatingError for fewer than two models, a graph in several pieces, a model with only wins or only
 *   losses, and a group of models that never won against the others
 */
export function checkComparable(comparisons: Comparisons): void {
  const fault =
    tooFewModels(comparisons) ??
    separatePieces(comparisons) ??
    onlyWinsOrLosses(comparisons) ??
    groupWithoutWins(comparisons);
  if (fault) throw new RatingError(fault);
}

function tooFewModels({ models }: Comparisons): VoteProblem | undefined {
  if (models.length > 1) return undefined;
  return {
    what: 'Ratings need at least two models, and there are no votes.',
    write: 'Give votes between two or more models.',
    models,
  };
}

function separatePieces({ models, pairs }: Comparisons): VoteProblem | undefined {
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

function onlyWinsOrLosses({ models, pairs }: Comparisons): VoteProblem | undefined {
  const won = new Set<number>();
  const lost = new Set<number>();
  for (const { first, second, firstWins, secondWins, ties } of pairs) {
    for (const [winner, loser, times] of [
      [first, second, firstWins + ties],
      [second, first, secondWins + ties],
    ] as const) {
      if (times === 0) continue;
      won.add(winner);
      lost.add(loser);
    }
  }
  const winning = models.filter((_, index) => !lost.has(index));
  const losing = models.filter((_, index) => !won.has(index));
  const parts = [...onlyPart(winning, 'wins'), ...onlyPart(losing, 'losses')];
  if (parts.length === 0) return undefined;
  return {
    what: `${parts.join(', and ')}: no finite rating fits.`,
    write: 'Add votes with another outcome, or leave these models out.',
    models: [...winning, ...losing],
  };
}

function onlyPart(models: readonly string[], outcome: string): string[] {
  if (models.length === 0) return [];
  return [`${listed(models.map((model) => `\`${model}\``))} ${models.length === 1 ? 'has' : 'have'} only ${outcome}`];
}

/** Two groups where one has won every vote between them; each model may still have wins and losses in its own group. */
function groupWithoutWins({ models, pairs }: Comparisons): VoteProblem | undefined {
  const beaten = linksBetween(models, pairs, ({ firstWins, secondWins, ties }) => [
    firstWins + ties > 0,
    secondWins + ties > 0,
  ]);
  const beating = linksBetween(models, pairs, ({ firstWins, secondWins, ties }) => [
    secondWins + ties > 0,
    firstWins + ties > 0,
  ]);
  for (const [links, outcome] of [
    [beaten, 'won'],
    [beating, 'lost'],
  ] as const) {
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
function linksBetween(
  models: readonly string[],
  pairs: readonly Pair[],
  open: (pair: Pair) => [boolean, boolean],
): number[][] {
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
