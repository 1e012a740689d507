import type { Root } from 'hast';
import { renderBody, type Block, type RenderedText, type Target } from '#markdown/render';
import { parseHtml } from '../html.ts';

const models: Record<string, Target> = {
  'kling-2-6': { path: '/models/kling-2-6/', rank: { label: 'tied for No. 1', board: 'Top Models' } },
  'veo-3': { path: '/models/veo-3/' },
};

/** Renders a text on a site with the models Kling 2.6 (ranked) and Veo 3, and the article `project-genie`. */
export const render = (source: string): RenderedText =>
  renderBody(source, {
    model: (id) => models[id],
    article: (slug) => (slug === 'project-genie' ? { path: '/news/project-genie/' } : undefined),
  });

/** All HTML of a rendered text, that inside directives too. */
export const htmlOf = ({ blocks }: RenderedText): string =>
  blocks.map((block) => ('html' in block ? block.html : '')).join('\n');

/** A rendered text as a browser reads it. */
export const treeOf = (source: string): Root => parseHtml(htmlOf(render(source)));

/** What kinds of blocks there are, in order: `html`, `half`, or the name of a directive. */
export const kindsOf = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'directive' ? block.name : block.kind));
