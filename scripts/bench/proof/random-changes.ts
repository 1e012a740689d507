import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { ChangedStory, ChangingSite } from './changing-site.ts';
import { corpusArticle } from '../corpus/corpus.ts';
import { paragraph, phrase } from '../corpus/corpus-text.ts';
import { filesBelow } from '../../../src/integrations/built-site/files.ts';

/** One kind of change; returns what was done in words, or undefined when there was nothing to change. */
type Change = (site: ChangingSite) => string | undefined;

const day = 86_400_000;

const slugOfFolder = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1);

/** A change of one story; @param change returns false when it leaves that story as it is */
function fieldChange(name: string, change: (story: ChangedStory, site: ChangingSite) => boolean): Change {
  return (site) => {
    const story = site.story();
    if (!change(story, site)) return undefined;
    site.write(story);
    return `${name}: ${slugOfFolder(story.folder)}`;
  };
}

const addArticle: Change = (site) => {
  const { slug, year, text } = corpusArticle(100_000 + site.next(), site.random.between(1, 1e6), site.ids);
  const folder = site.path(`content/articles/${year}/${slug}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.md'), text);
  return `a new article: ${slug}`;
};

const editBody = fieldChange('an edited text', (story, { random, ids }) => {
  const links = [`[a model](model:${random.of(ids.models)})`];
  const blocks = [
    paragraph(random, links),
    `## ${phrase(random, 2, 4)}`,
    `::model{id=${random.of(ids.models)}}`,
    `::board{id=${random.of(ids.boards)} limit=3}`,
  ];
  story.body = `${story.body.trimEnd()}\n\n${random.of(blocks)}\n`;
  return true;
});

const linkArticle = fieldChange('a link to another article', (story, site) => {
  const other = site.story();
  if (other.fields['draft'] === true || other.fields['publishAt'] !== undefined || other.folder === story.folder)
    return false;
  story.body = `${story.body.trimEnd()}\n\nSee [the other one](article:${slugOfFolder(other.folder)}).\n`;
  return true;
});

const retitle = fieldChange('a new headline', ({ fields }, { random }) => {
  fields.title = phrase(random, 5, 9);
  return true;
});

const changeCategory = fieldChange('another category', ({ fields }, { random, ids }) => {
  fields['category'] = random.of(ids.categories);
  return true;
});

const changeTopics = fieldChange('other tags and models', ({ fields }, { random, ids }) => {
  fields['tags'] = random.some(['pricing', 'audio', 'courts', 'launches', 'a-new-tag'], 2);
  fields['models'] = random.some(ids.models, 2);
  return true;
});

const correct = fieldChange('a correction', ({ fields }, { random, today }) => {
  fields['corrections'] = [
    ...((fields['corrections'] as unknown[] | undefined) ?? []),
    { date: today, text: `${phrase(random, 6, 10)}.` },
  ];
  return true;
});

const frontPageFile = 'content/front-page.yaml';

/** Names of articles that the texts of others link, or the front page: these stay where they are. */
function linked({ folder }: ChangingSite): string {
  const articles = join(folder, 'content/articles');
  const frontPage = join(folder, frontPageFile);
  const chosen = existsSync(frontPage) ? readFileSync(frontPage, 'utf8').replace(/article:[a-z0-9-]+/gu, '($&)') : '';
  return filesBelow(articles)
    .filter((path) => path.endsWith('.md'))
    .map(
      (path) =>
        readFileSync(join(articles, path), 'utf8')
          .match(/\(article:[^)]+\)/gu)
          ?.join(' ') ?? '',
    )
    .concat(chosen)
    .join(' ');
}

const isLinked = (story: ChangedStory, site: ChangingSite): boolean =>
  linked(site).includes(`(article:${slugOfFolder(story.folder)})`);

const toggleDraft = fieldChange('draft or not', (story, site) => {
  if (isLinked(story, site)) return false;
  if (story.fields['draft'] === true) delete story.fields['draft'];
  else story.fields['draft'] = true;
  return true;
});

const embargo = fieldChange('an embargo', (story, site) => {
  if (isLinked(story, site)) return false;
  story.fields.date = story.fields.date.slice(0, 10);
  story.fields['publishAt'] =
    `${new Date(Number(site.epoch) * 1000 + site.random.between(1, 72) * 3_600_000).toISOString().slice(0, 19)}Z`;
  return true;
});

/** Moves a story to where its slug and its day want it. */
function move(story: ChangedStory, slug: string, date: string): void {
  const years = dirname(dirname(story.folder));
  const folder = join(years, date.slice(0, 4), slug);
  mkdirSync(dirname(folder), { recursive: true });
  if (folder !== story.folder) renameSync(story.folder, folder);
  story.folder = folder;
  story.fields.date = date;
}

const redate = fieldChange('another day', (story, { random, today }) => {
  const date = new Date(Date.parse(`${story.fields.date.slice(0, 10)}T00:00:00Z`) + random.between(-40, 40) * day)
    .toISOString()
    .slice(0, 10);
  if (date > today || date < '2016-01-02') return false;
  delete story.fields['corrections'];
  delete story.fields['updated'];
  move(story, slugOfFolder(story.folder), date);
  return true;
});

const retime = fieldChange('an hour of the last day', (story, site) => {
  const moment = new Date(Number(site.epoch) * 1000 - site.random.between(0, 24 * 60) * 60_000);
  delete story.fields['corrections'];
  delete story.fields['updated'];
  delete story.fields['publishAt'];
  move(story, slugOfFolder(story.folder), `${moment.toISOString().slice(0, 16)}Z`);
  return true;
});

const editFrontPage: Change = (site) => {
  const names = [1, 2, 3, 4].map(() => `article:${slugOfFolder(site.story().folder)}`);
  const until = new Date(Number(site.epoch) * 1000 + site.random.between(1, 72) * 3_600_000).toISOString();
  const [lead = '', second = '', ...others] = names;
  writeFileSync(
    site.path(frontPageFile),
    `lead: {story: "${lead}", until: "${until}"}\nsecond: [{story: "${second}"}]\nbanner: {text: ${phrase(site.random, 3, 5)}, until: ${site.today}}\npackage: {label: ${phrase(site.random, 1, 2)}, stories: [${others.map((name) => `"${name}"`).join(', ')}]}\n`,
  );
  return 'another front page';
};

const reslug = fieldChange('another address, with a redirect', (story, site) => {
  if (isLinked(story, site)) return false;
  const old = slugOfFolder(story.folder);
  story.fields['aliases'] = [...((story.fields['aliases'] as string[] | undefined) ?? []), old];
  move(story, `moved-${site.next()}-${old}`.slice(0, 70).replace(/-$/u, ''), story.fields.date);
  return true;
});

const remove: Change = (site) => {
  const story = site.story();
  if (isLinked(story, site)) return undefined;
  rmSync(story.folder, { recursive: true });
  return `deleted: ${slugOfFolder(story.folder)}`;
};

const changeHero = fieldChange('another picture', (story, { random, heroes }) => {
  cpSync(random.of(heroes), join(story.folder, 'hero.webp'));
  story.fields['hero'] = {
    image: 'hero.webp',
    alt: `${phrase(random, 5, 8)}.`,
    credit: 'Nobody',
    made: 'illustration',
  };
  return true;
});

const dropHero = fieldChange('a picture taken away', (story) => {
  if (story.fields['hero'] === undefined) return false;
  delete story.fields['hero'];
  rmSync(join(story.folder, 'hero.webp'));
  return true;
});

const addFigure = fieldChange('a picture in the text', (story, { random, heroes }) => {
  cpSync(random.of(heroes), join(story.folder, 'figure.webp'));
  if (!story.body.includes('figure.webp'))
    story.body = `${story.body.trimEnd()}\n\n:::figure{src=figure.webp alt="${phrase(random, 4, 7)}" credit="Nobody" made=illustration}\n${phrase(random, 3, 6)}.\n:::\n`;
  return true;
});

const renameAuthor: Change = (site) => {
  const file = site.file('content/authors');
  site.edit(file, (text) => text.replace(/^name: .*$/mu, `name: ${phrase(site.random, 2, 2)}`));
  return `an author renamed: ${slugOfFolder(file)}`;
};

const addAuthor: Change = (site) => {
  const id = `author-${site.next()}`;
  writeFileSync(
    site.path(`content/authors/${id}.yaml`),
    stringify({ name: phrase(site.random, 2, 2), kind: 'person', bio: `${phrase(site.random, 5, 9)}.` }),
  );
  const story = site.story();
  story.fields['authors'] = [id, ...(story.fields['authors'] as string[])].slice(0, 3);
  site.write(story);
  return `a new author: ${id}`;
};

const renameCategory: Change = (site) => {
  site.edit(site.path('content/categories.yaml'), (text) =>
    text.replace(/description: .*/u, `description: ${phrase(site.random, 4, 7)}.`),
  );
  return 'a category described in other words';
};

const renameModel: Change = (site) => {
  const file = site.file('content/models');
  site.edit(file, (text) =>
    text.replace(/^name: (.*)$/mu, (_, name: string) => `name: ${name.replace(/ v\d+$/u, '')} v${site.next()}`),
  );
  return `a model renamed: ${slugOfFolder(file)}`;
};

const addEdition: Change = (site) => {
  const folder = 'content/leaderboards/arena-text-to-video';
  const newest =
    readdirSync(site.path(folder))
      .filter((name) => /^\d{4}-/u.test(name))
      .sort()
      .at(-1) ?? '';
  // A consensus rests on what was there on its day: nothing may come in before it.
  const last =
    filesBelow(site.path('content/leaderboards'))
      .map((path) => /\d{4}-\d{2}-\d{2}(?=\.yaml$)/u.exec(path)?.[0] ?? '')
      .sort()
      .at(-1) ?? '';
  const date = new Date(Date.parse(`${last}T00:00:00Z`) + day).toISOString().slice(0, 10);
  if (date > site.today) return undefined;
  const edition = parse(readFileSync(site.path(join(folder, newest)), 'utf8')) as { entries: Record<string, number>[] };
  for (const entry of edition.entries) {
    const by = site.random.between(-12, 12);
    for (const name of ['score', 'lower', 'upper']) if (entry[name] !== undefined) entry[name] += by;
  }
  edition.entries.sort((a, b) => (b['score'] ?? 0) - (a['score'] ?? 0));
  writeFileSync(site.path(join(folder, `${date}.yaml`)), stringify(edition));
  return `a new edition: ${date}`;
};

const changeStrip: Change = (site) => {
  site.edit(site.path('content/site.yaml'), (text) =>
    text.replace(
      /^strip: .*$/mu,
      `strip: {board: ${site.random.of(['top-models', 'arena-text-to-video'])}, limit: ${site.random.between(3, 6)}}`,
    ),
  );
  return 'another strip';
};

const changeSettings: Change = (site) => {
  site.edit(site.path('content/site.yaml'), (text) =>
    text.replace(/^tagline: .*$/mu, `tagline: ${phrase(site.random, 3, 5)}`),
  );
  return 'other settings of the site';
};

const changeAddress: Change = (site) => {
  site.edit(site.path('content/site.yaml'), (text) =>
    text.replace(/^url: .*$/mu, `url: https://host-${site.next()}.example`),
  );
  return 'another address of the site';
};

const changePage: Change = (site) => {
  const file = site.file('content/pages');
  site.edit(file, (text) => `${text.trimEnd()}\n\n${paragraph(site.random, [])}\n`);
  return `a page: ${slugOfFolder(file)}`;
};

const changePublicFile: Change = (site) => {
  const file = site.path('public/extra.txt');
  if (existsSync(file) && site.random.chance(0.5)) rmSync(file);
  else writeFileSync(file, `${phrase(site.random, 3, 5)}\n`);
  return 'a public file';
};

const changeSchema: Change = (site) => {
  site.edit(site.path('src/schemas/stories/story.ts'), (text) =>
    text.replace(
      /line\.max\((\d+)\)\.describe\('Write a headline/u,
      (_, most: string) => `line.max(${Number(most) + 1}).describe('Write a headline`,
    ),
  );
  return 'a changed schema';
};

const changeComponent: Change = (site) => {
  const component = site.random.of(['src/components/site/Footer.astro', 'src/components/article/StoryMeta.astro']);
  const number = site.next();
  if (site.random.chance(0.5))
    site.edit(site.path(component), (text) =>
      text.replace('<style>', `<style>\n  .unused-${number} {\n    color: red;\n  }\n`),
    );
  else site.edit(site.path(component), (text) => text.replace(/\n---\n/u, `\n---\n<!-- ${number} -->\n`));
  return `a changed component: ${component}`;
};

const changeFeedCode: Change = (site) => {
  site.edit(site.path('src/feeds/escape.ts'), (text) => `${text.trimEnd()}\n// ${site.next()}\n`);
  return 'changed code of the feeds';
};

const pass: Change = (site) => {
  const hours = site.random.between(1, 60);
  site.wait(hours * 3_600_000);
  return `${hours} hours`;
};

/** What happens often is more than once; each change of code makes everything again, so that little is kept to be wrong. */
const changes: readonly Change[] = [
  ...[addArticle, editBody, correct, retitle].flatMap((change) => [change, change, change, change]),
  ...[
    redate,
    retime,
    editFrontPage,
    reslug,
    remove,
    toggleDraft,
    embargo,
    changeCategory,
    changeTopics,
    linkArticle,
    changeHero,
    pass,
    renameModel,
    addEdition,
    changeStrip,
  ].flatMap((change) => [change, change]),
  dropHero,
  addFigure,
  renameAuthor,
  addAuthor,
  renameCategory,
  changeSettings,
  changeAddress,
  changePage,
  changePublicFile,
  changeSchema,
  changeComponent,
  changeFeedCode,
];

/**
 * Makes some changes, of kinds that are chosen by chance.
 * @returns what was done, in words
 */
export function changeAtRandom(site: ChangingSite, count: number): string[] {
  return Array.from({ length: count }, () => site.random.of(changes)(site) ?? 'nothing');
}
