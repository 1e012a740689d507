import { gunzipSync } from 'node:zlib';
import { isHidden } from '#domain/stories/embargo';
import { isText } from '../host-files/media-types.ts';
import type { Checked } from './checks.ts';
import { fileOf } from './addresses.ts';
import type { BuiltSite } from './site.ts';
import { storiesOf } from './stories.ts';

/** Characters from which on a headline does not occur by chance. */
const distinctive = 25;

/** Drafts and embargoed stories that reached a page, a feed, a file of data or the search. */
export function hiddenStories({ site, content, now, preview }: Checked): string[] {
  if (preview) return [];
  const stories = storiesOf(content).filter(({ data }) => isHidden(data, now));
  if (stories.length === 0) return [];
  const built = stories
    .filter(({ path }) => site.has(fileOf(path)))
    .map(({ path }) => `${path}: is hidden and has a page.`);
  const texts = site.files.filter((path) => isText(path) || path.endsWith('.pf_fragment'));
  const signs = stories.map(({ data, path }) => ({ path, signs: signsOf(data, path) }));
  const passed = site.passed('hidden', JSON.stringify(signs));
  const named = texts.flatMap((file) => {
    const key = `${file} ${site.stamp(file)}`;
    const found = passed?.get(key) ? [] : hiddenIn(file, site, signs);
    if (found.length === 0) passed?.set(key, true);
    return found;
  });
  passed?.save();
  return [...built, ...named];
}

interface Signs {
  path: string;
  signs: readonly string[];
}

function hiddenIn(file: string, site: BuiltSite, stories: readonly Signs[]): string[] {
  const text = file.endsWith('.pf_fragment') ? gunzipSync(site.bytes(file)).toString('utf8') : site.text(file);
  return stories
    .filter(({ signs }) => signs.some((sign) => text.includes(sign)))
    .map(({ path }) => `${file}: names ${path}, which is hidden.`);
}

const signsOf = ({ id, title }: { id: string; title: string }, path: string): string[] => [
  id,
  path,
  ...(title.length >= distinctive ? [title] : []),
];
