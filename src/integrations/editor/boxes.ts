import type { EditorComponentDefinition, Field } from '@sveltia/cms';
import { directives } from '#markdown/directives';

/** Attributes that are chosen from what exists; all others are typed. */
const chosen: Record<string, Partial<Field>> = {
  'figure src': { widget: 'image', accept: '.webp,.png,.jpg,.jpeg', choose_url: false },
  'board id': { widget: 'relation', collection: 'boards', value_field: '{{slug}}', display_fields: ['name'] },
  'model id': { widget: 'relation', collection: 'models', value_field: '{{slug}}', display_fields: ['name'] },
  'compare models': {
    widget: 'relation',
    collection: 'models',
    value_field: '{{slug}}',
    display_fields: ['name'],
    multiple: true,
    min: 2,
    max: 4,
  },
};

const icons: Record<string, string> = {
  figure: 'image',
  pullquote: 'format_quote',
  aside: 'article',
  update: 'update',
  board: 'leaderboard',
  model: 'smart_toy',
  compare: 'compare',
  video: 'movie',
  chart: 'bar_chart',
};

/** The words between `:::name{…}` and `:::`, as a field; no attribute has this name. */
const words = 'words';

/** Every directive of a text as a form of the editor. */
export const boxes = (): EditorComponentDefinition[] => [...directives.keys()].map(boxOf);

function boxOf(name: string): EditorComponentDefinition {
  const { holds, attributes } = directives.get(name) ?? { holds: 'nothing', attributes: {} };
  const holdsText = holds === 'text';
  const fields = Object.entries(attributes).map(([attribute, { required, form, advice }]): Field => {
    const common = { name: attribute, label: capitalised(attribute), hint: capitalised(advice), required };
    const choice = chosen[`${name} ${attribute}`];
    if (choice) return { ...common, ...choice } as Field;
    const options = /^\^\(\?:([a-z|]+)\)\$$/u.exec(form.source)?.[1]?.split('|');
    if (options) return { ...common, widget: 'select', options };
    return { ...common, widget: 'string', pattern: [form.source, capitalised(advice)] };
  });
  const text: Field = {
    name: words,
    label: name === 'figure' ? 'Caption' : 'Text',
    widget: 'text',
    required: name !== 'figure',
  };
  return {
    id: name,
    label: capitalised(name),
    icon: icons[name],
    fields: holdsText ? [...fields, text] : fields,
    pattern: holdsText
      ? new RegExp(String.raw`^:::${name}\{(${written})\}\n([^]*?)\n?:::$`, 'mu')
      : new RegExp(String.raw`^::${name}\{(${written})\}$`, 'mu'),
    fromBlock: ([, list = '', inside = '']) => ({
      ...readAttributes(list, Object.keys(attributes)),
      ...(holdsText && { [words]: inside.trim() }),
    }),
    toPreview: (values) => `${capitalised(name)}: ${Object.values(values).map(textOf).join(', ')}`,
    toBlock: (values) => {
      const list = Object.keys(attributes).flatMap((attribute) => {
        const value = textOf(values[attribute]);
        return value === '' ? [] : [`${attribute}="${value.replaceAll('"', '&quot;')}"`];
      });
      const start = `${holdsText ? ':::' : '::'}${name}{${list.join(' ')}}`;
      return holdsText ? `${start}\n${textOf(values[words])}\n:::` : start;
    },
  };
}

/** What is between the braces: quoted values may hold a brace. */
const written = String.raw`(?:"[^"\n]*"|[^"}\n])*`;

function readAttributes(list: string, known: readonly string[]): Record<string, string | string[]> {
  return Object.fromEntries(
    [...list.matchAll(/([a-z]+)=(?:"([^"]*)"|([^\s"]+))/gu)]
      .filter(([, name = '']) => known.includes(name))
      .map(([, name = '', quoted, bare = '']) => {
        const value = (quoted ?? bare).replaceAll('&quot;', '"');
        return [name, name === 'models' ? value.split(' ') : value];
      }),
  );
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
