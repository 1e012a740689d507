import type { Root } from 'hast';
import { renderBody, type Block, type Prose, type Target } from '#markdown/render';
import { parseHtml } from '../html.ts';

const models: Record<string, Target> = {
  'kling-2-6': { path: '/models/kling-2-6/', rank: { shown: '=1', spoken: 'tied for rank 1 in Top Models' } },
  'veo-3': { path: '/models/veo-3/' },
};

/** Renders prose on a site with the models Kling 2.6 (ranked) and Veo 3, and the article `project-genie`. */
export const render = (source: string): Prose =>
  renderBody(source, {
    model: (id) => models[id],
    article: (slug) => (slug === 'project-genie' ? { path: '/news/project-genie/' } : undefined),
  });

/** All HTML of rendered prose, that inside directives too. */
export const htmlOf = ({ blocks }: Prose): string =>
  blocks.map((block) => ('html' in block ? block.html : '')).join('\n');

/** Rendered prose as a browser reads it. */
export const treeOf = (source: string): Root => parseHtml(htmlOf(render(source)));

/** What kinds of blocks there are, in order: `html`, `half`, or the name of a directive. */
export const kindsOf = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'directive' ? block.name : block.kind));
