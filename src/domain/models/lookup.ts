import { fold } from '../text/fold.ts';

/** What a model is looked up by. */
export interface NamedModel {
  name: string;
  maker?: string | undefined;
  /** Other names, also those under which boards list it. */
  aliases: readonly string[];
}

/** Letters and figures apart: `veo3.1` is `veo`, `3` and `1`. */
const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+|\p{N}+/gu) ?? [];

const isNumber = /^\p{N}/u;

/**
 * True when what a reader typed may mean the model: each word begins a word of its names or its maker, where figures are
 * whole numbers, or all words without spaces and signs are part of one name (`kling26`, `可灵`). No words mean every model.
 */
export function isNamed({ name, maker = '', aliases }: NamedModel, query: string): boolean {
  const wanted = wordsOf(query);
  const names = [name, ...aliases].map(wordsOf);
  const known = [...names.flat(), ...wordsOf(maker)];
  return (
    wanted.every((word) => known.some((other) => (isNumber.test(word) ? other === word : other.startsWith(word)))) ||
    names.some((words) => words.join('').includes(wanted.join('')))
  );
}

/**
 * Models that a reader may mean, in their order; those whose own name begins with the words come first.
 * @param limit at most so many
 */
export function findModels<Model extends NamedModel>(models: readonly Model[], query: string, limit: number): Model[] {
  const typed = wordsOf(query).join('');
  const isFirst = ({ name }: Model): number => (wordsOf(name).join('').startsWith(typed) ? 0 : 1);
  return models
    .filter((model) => isNamed(model, query))
    .sort((a, b) => isFirst(a) - isFirst(b))
    .slice(0, limit);
}
