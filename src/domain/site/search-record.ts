import type { Board } from '#domain/ranking/board/leaderboard';
import type { ModelCard } from '#domain/models/model';
import { machineDate } from '#domain/stories/story-dates';
import type { Story } from '#domain/stories/story';

/** One page in the search: see https://pagefind.app/docs/node-api/#indexaddcustomrecord */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  /** Shown with a result. */
  meta: Record<string, string>;
  /** What results can be narrowed to. */
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

const language = 'en';

/** An article or a review. */
export function storyRecord(story: Story, text: string): SearchRecord {
  const providers = story.models.flatMap(({ provider }) => provider ?? []);
  return {
    url: story.path,
    language,
    content: sentences([story.title, story.dek, story.verdict?.text, text]),
    meta: { title: story.title, kind: story.kind === 'article' ? story.section.label : 'Review', day: story.date.text },
    filters: withoutEmpty({
      kind: [story.kind === 'article' ? 'Article' : 'Review'],
      category: story.kind === 'article' ? [story.section.label] : [],
      year: [story.date.iso.slice(0, 4)],
      model: story.models.map(({ label }) => label),
      provider: [...new Set(providers)],
    }),
    sort: { date: machineDate(story.date) },
  };
}

/** A model of the catalogue. */
export function modelRecord(model: ModelCard): SearchRecord {
  const facts = model.facts.flatMap(({ label, value }) => (value === undefined ? [] : [`${label}: ${value}`]));
  return {
    url: model.path,
    language,
    content: sentences([model.name, model.provider?.label, ...facts]),
    meta: { title: model.name, kind: 'Model', day: model.released?.text ?? '' },
    filters: withoutEmpty({
      kind: ['Model'],
      year: model.released ? [model.released.iso.slice(0, 4)] : [],
      model: [model.name],
      provider: model.provider ? [model.provider.label] : [],
    }),
    sort: { date: model.released?.iso ?? '0000' },
  };
}

/** The newest edition of a board. */
export function boardRecord(board: Board): SearchRecord {
  const models = [...new Set(board.rows.map(({ model }) => model.label))];
  return {
    url: board.path,
    language,
    content: sentences([board.name, board.finding, board.measures, ...board.rows.map(({ name }) => name)]),
    meta: { title: board.name, kind: 'Leaderboard', day: board.date.text },
    filters: withoutEmpty({
      kind: ['Leaderboard'],
      year: [board.date.iso.slice(0, 4)],
      model: models,
      provider: [...new Set(board.rows.flatMap(({ provider }) => provider?.label ?? []))],
    }),
    sort: { date: board.date.iso },
  };
}

/** Puts parts together, each ending as a sentence does. */
function sentences(parts: readonly (string | undefined)[]): string {
  const ended = parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/u.test(part?.trim() ?? '') ? part : `${part}.`));
  return ended.join(' ').replace(/\s+/gu, ' ');
}

function withoutEmpty(filters: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}
