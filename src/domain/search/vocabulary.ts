/** Several words that are one term of the field, in all their spellings. */
export const phrases: readonly [spelling: RegExp, term: string][] = [
  [/\bopen[\s\p{Pd}]?(?:sourced?|weights?)\b/gu, 'openweights'],
  [/\b(?:text[\s\p{Pd}]?(?:to|2)[\s\p{Pd}]?video|t2v)\b/gu, 't2v'],
  [/\b(?:(?:image|picture|photo)[\s\p{Pd}]?(?:to|2)[\s\p{Pd}]?video|i2v)\b/gu, 'i2v'],
  [/\bartificial intelligence\b/gu, 'ai'],
  [/\b(?:european union|e\.u\.)/gu, 'eu'],
  [/\be[\s\p{Pd}]mail\b/gu, 'email'],
];

/** Words that mean the same to a reader of this field; singular, as the index has them. */
const groups: readonly string[] = [
  'lawsuit suit court sue sued suing litigation judge trial',
  'law legislation act bill rule regulation regulator regulatory regulate duty',
  'copyright infringement piracy',
  'cheap cheapest cheaper affordable inexpensive budget lowest',
  'price cost pricing priced fee',
  'sound audio soundtrack',
  'best top leading greatest strongest',
  'rank ranking leaderboard board chart',
  'rss feed atom subscribe follow',
  'newsletter email mail mailing',
  'correction corrected correct error mistake',
  'owner own ownership publisher owned',
  'licence license',
  'picture image photo',
  'movie film cinema',
  'studio hollywood',
  'eu europe european brussels',
  'buy bought acquire acquired acquisition takeover',
  'launch launched launche release released unveil announce',
  'close closed closing shut shutdown discontinued end ended',
  'label labelling labeling mark marking watermark',
  'deepfake likeness replica',
  'benchmark test evaluation',
  'long longest longer',
  'fast faster fastest quick',
  'compare compared comparison',
  'chinese china',
  'american usa',
  'settlement settle settled deal',
  'artist actor creative author',
  'game gaming',
  'share stock',
  'memory dram ram',
  'new newest latest recent',
];

const alternatives = new Map<string, string[]>();
for (const group of groups) {
  const words = group.split(' ');
  for (const word of words)
    alternatives.set(word, [...(alternatives.get(word) ?? []), ...words.filter((other) => other !== word)]);
}
// One way: who looks for the left one is glad of the right one, and not the other way round.
for (const [word, others] of [
  ['free', ['openweights']],
  ['download', ['openweights']],
  ['hollywood', ['disney', 'universal', 'paramount', 'warner']],
  ['dead', ['shutdown', 'close', 'end']],
  ['case', ['lawsuit', 'suit', 'court']],
] as const)
  alternatives.set(word, [...(alternatives.get(word) ?? []), ...others]);

/** Other terms that answer a query for one. */
export const alternativesTo = (term: string): readonly string[] => alternatives.get(term) ?? [];
