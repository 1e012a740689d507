import type { BoardRow } from '../board/leaderboard.ts';

/** What a reader asks of a model, and how much each publisher counts. */
export interface Choice {
  /** By publisher; one that is not named counts once. */
  weights: Readonly<Record<string, number>>;
  /** US dollars for a second at most. */
  maxPrice?: number | undefined;
  /** Seconds of a clip at least. */
  minSeconds?: number | undefined;
  sound: boolean;
  openWeights: boolean;
  imageToVideo: boolean;
}

/** Facts by which models are chosen. */
export type ChoosableModel = Pick<
  BoardRow,
  'price' | 'soundPrice' | 'seconds' | 'sound' | 'openWeights' | 'imageToVideo'
>;

/** Everything that is placed, every publisher once. */
export const everything: Choice = { weights: {}, sound: false, openWeights: false, imageToVideo: false };

/** Weights that a reader may give. */
export const weightRange = { least: 0, most: 3 } as const;

/** A choice with an address and a page of its own. */
export interface Preset {
  id: string;
  label: string;
  /** What the page says of itself. */
  description: string;
  choice: Choice;
}

export const presets: readonly Preset[] = [
  {
    id: 'cheap-with-sound',
    label: 'With sound, up to $0.10 a second',
    description: 'The leading models that make sound with the picture and cost at most $0.10 a second.',
    choice: { ...everything, sound: true, maxPrice: 0.1 },
  },
  {
    id: 'open-weights',
    label: 'Open weights',
    description: 'The leading models with published weights, which anybody can run.',
    choice: { ...everything, openWeights: true },
  },
  {
    id: 'from-a-picture',
    label: 'From a picture, up to $0.10 a second',
    description: 'The leading models that start from a picture and cost at most $0.10 a second.',
    choice: { ...everything, imageToVideo: true, maxPrice: 0.1 },
  },
  {
    id: 'long-clips',
    label: 'Clips of 15 seconds and more',
    description: 'The leading models that make clips of at least 15 seconds in one piece.',
    choice: { ...everything, minSeconds: 15 },
  },
];

/** What a second costs at the least of what is wanted: of variants with sound, where sound is wanted. */
export const priceFor = (model: Pick<ChoosableModel, 'price' | 'soundPrice'>, { sound }: Pick<Choice, 'sound'>) =>
  sound ? model.soundPrice : model.price;

/** True for a model that has all that is wanted; what nobody published does not count as there. */
export function isChosen(model: ChoosableModel, choice: Choice): boolean {
  return (
    (choice.maxPrice === undefined || (priceFor(model, choice) ?? Infinity) <= choice.maxPrice) &&
    (choice.minSeconds === undefined || (model.seconds ?? 0) >= choice.minSeconds) &&
    (!choice.sound || model.sound === true) &&
    (!choice.openWeights || model.openWeights === true) &&
    (!choice.imageToVideo || model.imageToVideo)
  );
}

/**
 * A choice as it is in an address, without what is not wanted.
 * @param publishers all of them, in their order
 */
export function paramsOf(choice: Choice, publishers: readonly string[]): URLSearchParams {
  const params = new URLSearchParams();
  publishers.forEach((publisher, index) => {
    const weight = choice.weights[publisher] ?? 1;
    if (weight !== 1) params.set(`weight-${index + 1}`, String(weight));
  });
  if (choice.maxPrice !== undefined) params.set('price', String(choice.maxPrice));
  if (choice.minSeconds !== undefined) params.set('seconds', String(choice.minSeconds));
  for (const name of ['sound', 'openWeights', 'imageToVideo'] as const) if (choice[name]) params.set(name, 'yes');
  return params;
}

/** The choice of an address; what makes no sense in it counts as not wanted. */
export function choiceOf(params: URLSearchParams, publishers: readonly string[]): Choice {
  const number = (name: string): number | undefined => {
    const value = Number(params.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 && params.get(name) !== '' ? value : undefined;
  };
  const weights = publishers.map((publisher, index) => {
    const weight = number(`weight-${index + 1}`) ?? 1;
    return [publisher, Math.min(weightRange.most, Math.max(weightRange.least, weight))] as const;
  });
  const isWanted = (name: string): boolean => params.get(name) === 'yes';
  return {
    weights: Object.fromEntries(weights),
    maxPrice: number('price'),
    minSeconds: number('seconds'),
    sound: isWanted('sound'),
    openWeights: isWanted('openWeights'),
    imageToVideo: isWanted('imageToVideo'),
  };
}
