import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { checkComparable } from './comparison-graph.ts';
import { nearest } from '../../text/nearest.ts';
import { RatingError, votesOf, type Comparisons, type Pair } from './votes.ts';

/** Points for one unit of log odds: 400 points are odds of ten to one, as with Elo ratings. */
const scale = 400 / Math.LN10;

/** Where the mean of all ratings is without an anchor, in points. */
const mean = 1000;

/** Half the width of a 95% interval, in standard errors. */
const halfWidth = 1.96;

const smallestStep = 1e-12;

/** Far above need: sets of votes with ratings settle within some tens of steps. */
const mostSteps = 500;

/** A model whose rating is given; all others shift with it. */
export interface Anchor {
  model: string;
  /** In points. */
  rating: number;
}

/** The rating of a model, in points. */
export interface Rating {
  model: string;
  rating: number;
  /** Ends of the 95% interval. */
  lower: number;
  upper: number;
  /** In how many votes the model was. */
  votes: number;
}

/** Ratings, best first. */
export interface Ratings {
  models: Rating[];
  /** Covariance of the ratings in points squared, in the order of `models`. */
  covariance: number[][];
}

/**
 * Bradley-Terry ratings from pairwise votes: model i with log strength t_i wins against j with the chance
 * `p_ij = 1 / (1 + exp(t_j - t_i))`, the t are those of greatest likelihood with mean 0, a tie counts as half a win
 * for either side, and the rating is `1000 + 400/ln(10) * t`. The interval is `rating ± 1.96 sqrt(V_ii)`.
 * The same votes in any order, with any sides, give the same numbers to the last bit.
 * @param comparisons votes counted by pair
 * @param anchor adds one number to all ratings and ends of intervals, so that this model has this rating
 * @see R. A. Bradley and M. E. Terry (1952), https://doi.org/10.2307/2334029
 * @see https://en.wikipedia.org/wiki/Elo_rating_system (the scale of 400 points)
 * @throws RatingError when the votes do not determine ratings, or the anchor is not among the models
 */
export function rateVotes(comparisons: Comparisons, anchor?: Anchor): Ratings {
  checkComparable(comparisons);
  const strengths = fitStrengths(comparisons);
  const covariance = covarianceOf(strengths, comparisons.pairs);
  const shift = shiftOf(anchor, comparisons.models, strengths);
  const counts = votesOf(comparisons);
  const order = comparisons.models
    .map((_, index) => index)
    .sort((a, b) => at(strengths, b) - at(strengths, a) || a - b);
  return {
    models: order.map((index) => {
      const rating = shift + scale * at(strengths, index);
      const half = halfWidth * scale * Math.sqrt(covariance.get(index, index));
      return {
        model: comparisons.models[index] ?? '',
        rating,
        lower: rating - half,
        upper: rating + half,
        votes: at(counts, index),
      };
    }),
    covariance: order.map((row) => order.map((column) => scale ** 2 * covariance.get(row, column))),
  };
}

/**
 * The log strengths of greatest likelihood, mean 0, by Newton's method. The likelihood is concave. A step that
 * would move a pair by more than 1 is cut to 1: up to there the curvature changes by a factor of at most e, so that
 * the likelihood grows at every step (with u the greatest move of a pair, by at least
 * `a g'd (1 - a (exp(au) - au - 1) / (au)²)`, where a = min(1, 1/u), g the gradient and d the full step).
 * @see F. Bach (2010), Self-concordant analysis for logistic regression, https://doi.org/10.1214/09-EJS521
 * @throws RatingError when steps do not become smaller than 1e-12
 */
function fitStrengths({ models, pairs }: Comparisons): number[] {
  let strengths = models.map(() => 0);
  for (let count = 0; count < mostSteps; count += 1) {
    const step = newtonStep(strengths, pairs);
    if (step === undefined) break;
    const greatestMove = pairs.reduce(
      (most, { first, second }) => Math.max(most, Math.abs(at(step, first) - at(step, second))),
      0,
    );
    const part = Math.min(1, 1 / greatestMove);
    strengths = centred(strengths.map((strength, index) => strength + part * at(step, index)));
    if (step.every((move) => Math.abs(move) < smallestStep)) return strengths;
  }
  throw new RatingError({
    what: 'The ratings do not settle: the votes hardly determine them.',
    write: 'Add votes between models that were seldom compared.',
    models: [],
  });
}

/** Solves `H d = g` for d with mean 0. */
function newtonStep(strengths: readonly number[], pairs: readonly Pair[]): number[] | undefined {
  const factor = new CholeskyDecomposition(informationOf(strengths, pairs));
  return factor.isPositiveDefinite()
    ? factor.solve(Matrix.columnVector(gradientOf(strengths, pairs))).to1DArray()
    : undefined;
}

/**
 * The gradient of the log likelihood: `g_i = Σ_j (w_ij - n_ij p_ij)`, with w_ij the wins of i over j and half the ties,
 * and n_ij all votes of the pair. Written as `w_ij p_ji - w_ji p_ij`, which stays exact where a chance is near 0 or 1.
 */
function gradientOf(strengths: readonly number[], pairs: readonly Pair[]): number[] {
  const gradient = strengths.map(() => 0);
  for (const pair of pairs) {
    const { forth, back } = chances(strengths, pair);
    const surplus = (pair.firstWins + pair.ties / 2) * back - (pair.secondWins + pair.ties / 2) * forth;
    gradient[pair.first] = at(gradient, pair.first) + surplus;
    gradient[pair.second] = at(gradient, pair.second) - surplus;
  }
  return gradient;
}

/**
 * The Fisher information H, negative second derivative of the log likelihood: the Laplacian with the weights
 * `n_ij p_ij p_ji`. It is singular, since only differences matter; so every cell gets the same positive number,
 * after which solving for a vector with sum 0 gives the solution with sum 0.
 */
function informationOf(strengths: readonly number[], pairs: readonly Pair[]): Matrix {
  const information = laplacianOf(
    strengths,
    pairs,
    ({ firstWins, secondWins, ties }, { forth, back }) => (firstWins + secondWins + ties) * forth * back,
  );
  return information.add(information.trace() / strengths.length ** 2);
}

/**
 * The sandwich covariance `H⁻¹ B H⁻¹` of the log strengths with mean 0, where B is the sum over votes of the
 * squared gradient of each: the Laplacian with the weights `wins_ij p_ji² + wins_ji p_ij² + ties_ij (1/2 - p_ij)²`.
 * It holds also where the model is not quite true, as with ties as half wins.
 * @see H. White (1982), Maximum likelihood estimation of misspecified models, https://doi.org/10.2307/1912526
 * @see W.-L. Chiang et al. (2024), Chatbot Arena, https://arxiv.org/abs/2403.04132 (the same for pairwise votes)
 */
function covarianceOf(strengths: readonly number[], pairs: readonly Pair[]): Matrix {
  const filling = laplacianOf(
    strengths,
    pairs,
    ({ firstWins, secondWins, ties }, { forth, back }) =>
      firstWins * back ** 2 + secondWins * forth ** 2 + ties * ((back - forth) / 2) ** 2,
  );
  const factor = new CholeskyDecomposition(informationOf(strengths, pairs));
  const product = factor.solve(factor.solve(filling).transpose());
  // Rounding leaves the two halves unequal in the last bits.
  return Matrix.add(product, product.transpose()).div(2);
}

/** The Laplacian of the graph of pairs: the sum of `weight (e_i - e_j)(e_i - e_j)'`. */
function laplacianOf(
  strengths: readonly number[],
  pairs: readonly Pair[],
  weightOf: (pair: Pair, chances: Chances) => number,
): Matrix {
  const laplacian = Matrix.zeros(strengths.length, strengths.length);
  for (const pair of pairs) {
    const { first, second } = pair;
    const weight = weightOf(pair, chances(strengths, pair));
    for (const [row, column, sign] of [
      [first, first, 1],
      [second, second, 1],
      [first, second, -1],
      [second, first, -1],
    ] as const)
      laplacian.set(row, column, laplacian.get(row, column) + sign * weight);
  }
  return laplacian;
}

/** The chance that the first model of a pair wins, and that the second does. */
interface Chances {
  forth: number;
  back: number;
}

function chances(strengths: readonly number[], { first, second }: Pair): Chances {
  const lead = at(strengths, first) - at(strengths, second);
  return { forth: 1 / (1 + Math.exp(-lead)), back: 1 / (1 + Math.exp(lead)) };
}

function shiftOf(anchor: Anchor | undefined, models: readonly string[], strengths: readonly number[]): number {
  if (anchor === undefined) return mean;
  const index = models.indexOf(anchor.model);
  if (index === -1) {
    const near = nearest(anchor.model, models);
    throw new RatingError({
      what: `The anchor \`${anchor.model}\` is not among the models of the votes.`,
      write: near === undefined ? 'Name a model that has votes.' : `Did you mean \`${near}\`?`,
      models: [],
    });
  }
  if (!Number.isFinite(anchor.rating))
    throw new RatingError({
      what: `The rating of the anchor \`${anchor.model}\` is not a number.`,
      write: 'Write the rating in points, for example 1000.',
      models: [anchor.model],
    });
  return anchor.rating - scale * at(strengths, index);
}

function centred(values: readonly number[]): number[] {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - middle);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
