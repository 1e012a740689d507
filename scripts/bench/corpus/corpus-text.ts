/** Numbers that look random and are the same for the same seed: mulberry32. */
export class SeededRandom {
  #state: number;

  /** @param seed a whole number */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with a chance from 0 to 1. */
  chance(of: number): boolean {
    return this.next() < of;
  }

  /** One of a list. */
  of<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  }

  /** Up to `count` different ones of a list. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    return [...new Set(Array.from({ length: count }, () => this.of(items)))];
  }
}

const words =
  'audio balance beam board bright camera canvas carbon charter choir cinema circuit city clear clip cloud coast colour court craft curve daily depth detail draft drift early editor engine even evening exact fabric field figure film first flame floor focus frame fresh garden glass grain grand ground harbour heavy hollow image index iron island kernel large late layer level light limit line local long lower lumen machine margin market matte measure metal meter mirror model motion narrow native noise north number ocean office open orbit outer paper pattern phase pixel plain plane plate point power press price prime proof public quiet range rapid rate record render river rough round sample scale scene score screen second sharp sheet short signal silver simple single slow small smooth sound source south space spare speed stage steady steel stone story studio sudden surface swift table tempo texture theory thread tight timber tone total track trade train union upper value vapour velvet video view voice warm water weave weight west white wide winter wire yellow'.split(
    ' ',
  );

/** Words of a sentence or a headline, the first with a capital letter. */
export function phrase(random: SeededRandom, low: number, high: number): string {
  const text = Array.from({ length: random.between(low, high) }, () => random.of(words)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A paragraph of sentences, some with a figure, a link or emphasis. */
export function paragraph(random: SeededRandom, links: readonly string[]): string {
  return Array.from({ length: random.between(2, 5) }, () => {
    const extra = random.chance(0.2)
      ? ` by ${random.between(2, 98)} per cent`
      : random.chance(0.15) && links.length > 0
        ? `, says ${random.of(links)}`
        : random.chance(0.1)
          ? `, *${random.of(words)}*`
          : '';
    return `${phrase(random, 8, 18)}${extra}.`;
  }).join(' ');
}
