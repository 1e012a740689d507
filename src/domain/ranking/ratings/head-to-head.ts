/**
 * The chance that one model wins a vote against another, from their ratings: `1 / (1 + 10^((b - a) / 400))`.
 * @param a rating in points
 * @param b rating in points
 * @returns from 0 to 1; a tie counts as half a win
 * @see https://en.wikipedia.org/wiki/Elo_rating_system#Mathematical_details
 */
export function winChance(a: number, b: number): number {
  return 1 / (1 + 10 ** ((b - a) / 400));
}
