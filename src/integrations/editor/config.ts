import type { CmsConfig, Collection, EntryCollection, Field } from '@sveltia/cms';
import type { z } from 'zod';
import { kinds } from '#loading/collections';
import type { Collections } from '#loading/content';
import { directives } from '#markdown/directives';
import { slugPattern } from '#schemas/ids';
import { fieldSets, type FieldContext } from './fields.ts';

const collections: FieldContext['collections'] = new Map([
  ['content/authors', { name: 'authors', label: 'Authors' }],
  ['content/models', { name: 'models', label: 'Models' }],
  ['content/providers', { name: 'providers', label: 'Providers' }],
  ['content/topics', { name: 'topics', label: 'Topics' }],
  ['content/lawsuits', { name: 'lawsuits', label: 'Lawsuits' }],
  ['content/rules', { name: 'rules', label: 'Rules' }],
]);

/** Collections of which each file is one entry of plain fields. */
type CatalogueName = 'authors' | 'models' | 'providers' | 'topics' | 'lawsuits' | 'rules';

/** Largest side of a picture in pixels: larger ones are made smaller while they are uploaded. */
const largestSide = 2400;

/**
 * The configuration of the editor at /admin/, from the schemas and the content.
 * @throws Error when the site names no repository
 */
export function editorConfig(content: Collections): CmsConfig {
  const [site] = content.site;
  const { name, url, repository, signIn } = site?.data ?? {};
  if (!repository) throw new Error('The editor needs `repository` in content/site.yaml.');
  const context: FieldContext = {
    collections,
    categories: content.categories.map(({ id, data }) => ({ id, name: data.name })),
  };
  return {
    backend: {
      name: 'github',
      repo: new URL(repository.url).pathname.slice(1),
      branch: repository.branch,
      open_authoring: true,
      auth_scope: 'public_repo',
      ...(signIn !== undefined && { base_url: signIn }),
    },
    publish_mode: 'editorial_workflow',
    app_title: name,
    site_url: url,
    logo: { src: '/icon-192.png' },
    // Pictures are next to the text that shows them.
    media_folder: '',
    public_folder: '',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: 85, width: largestSide, height: largestSide },
          },
        },
      },
      stock_assets: false,
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 80, timezone: 'utc' },
    output: { omit_empty_optional_fields: true },
    collections: [...stories(context), ...catalogue(context), ...editions(content, context)],
  };
}

/** The form of a kind that has one. */
const formOf = (schema: z.ZodType, context: FieldContext): Field[] => fieldSets(schema, context)[0]?.fields ?? [];

const text: Field = {
  name: 'body',
  label: 'Text',
  widget: 'richtext',
  // The headline is the only heading of the first level.
  buttons: [
    'bold',
    'italic',
    'strikethrough',
    'code',
    'link',
    'heading-two',
    'heading-three',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
  editor_components: [...directives.keys()],
  allow_nested_components: false,
};

const named = {
  editable: ['create' as const],
  pattern: [slugPattern.source, 'Lower case letters, digits and single hyphens.'] as [string, string],
  hint: 'The end of the address; it cannot be changed here later.',
};

function stories(context: FieldContext): EntryCollection[] {
  const common = {
    create: true,
    // A copy would have the permanent id of its original.
    duplicate: false,
    delete: false,
    slug: { template: '{{title}}', ...named },
    media_folder: '',
    public_folder: '',
    sortable_fields: ['date', 'title'],
  };
  return [
    {
      name: 'articles',
      label: 'Articles',
      label_singular: 'Article',
      folder: 'content/articles',
      path: '{{year}}/{{slug}}/index',
      preview_path: 'news/{{slug}}/',
      fields: [...formOf(kinds.articles.schema, context), text],
      ...common,
    },
    {
      name: 'reviews',
      label: 'Reviews',
      label_singular: 'Review',
      folder: 'content/reviews',
      path: '{{slug}}/index',
      preview_path: 'reviews/{{slug}}/',
      fields: [...formOf(kinds.reviews.schema, context), text],
      ...common,
    },
  ];
}

function catalogue(context: FieldContext): Collection[] {
  const yaml = { extension: 'yaml', format: 'yaml', identifier_field: 'name', delete: false, duplicate: false };
  return [
    ...[...collections.values()].map(({ name, label }): EntryCollection => ({
      ...yaml,
      name,
      label,
      folder: `content/${name}`,
      slug: { template: '{{name}}', ...named },
      // Lawsuits and rules are sections of the page of their tracker.
      preview_path: name === 'lawsuits' || name === 'rules' ? `trackers/${name}/` : `${name}/{{slug}}/`,
      fields: formOf(kinds[name as CatalogueName].schema, context),
    })),
    {
      ...yaml,
      name: 'boards',
      label: 'Leaderboards',
      folder: 'content/leaderboards',
      path: '{{slug}}/board',
      create: false,
      preview_path: 'leaderboards/{{slug}}/',
      fields: formOf(kinds.boards.schema, context),
    },
  ];
}

/** One collection for each board, with the form of its newest edition. Places that a command computes are not typed. */
function editions(content: Collections, context: FieldContext): EntryCollection[] {
  const sets = fieldSets(kinds.editions.schema, context);
  return content.boards.flatMap(({ id, data: { name } }) => {
    const kind = content.editions.filter((edition) => edition.id.startsWith(`${id}/`)).at(-1)?.data.kind;
    const fields = sets.find((set) => set.kind === kind)?.fields;
    if (!kind || !fields) return [];
    return [
      {
        name: `editions-${id}`,
        label: `Editions: ${name}`,
        label_singular: 'Edition',
        folder: `content/leaderboards/${id}`,
        extension: 'yaml',
        format: 'yaml',
        // `board.yaml` is in the same folder.
        filter: { field: 'kind', value: kind },
        create: kind === 'editorial' || kind === 'scored',
        delete: false,
        duplicate: false,
        identifier_field: 'kind',
        slug: {
          template: '{{year}}-{{month}}-{{day}}',
          editable: ['create' as const],
          pattern: [String.raw`^\d{4}-\d{2}-\d{2}$`, 'The day of the edition, as YYYY-MM-DD.'] as [string, string],
          hint: 'The day of the edition, as YYYY-MM-DD.',
        },
        summary: '{{slug}}',
        preview_path: `leaderboards/${id}/{{slug}}/`,
        fields,
      },
    ];
  });
}
