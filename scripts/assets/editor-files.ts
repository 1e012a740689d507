import { kinds, type Kind } from '#loading/collections';
import { z } from 'zod';

/** Where editors find the schemas, from the project's root. */
const folder = '.vscode/schemas';

/**
 * Files that help writers while they type: a JSON Schema for each kind of content, and the settings that say which schema belongs to which files.
 * @returns texts by path from the project's root
 */
export function editorFiles(): Map<string, string> {
  const names = Object.keys(kinds) as Kind[];
  return new Map([
    ...names.map((kind): [string, string] => [schemaPath(kind), json(schemaOf(kind))]),
    ['.vscode/settings.json', json(settings(names))],
  ]);
}

const schemaPath = (kind: Kind): string => `${folder}/${kind}.schema.json`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What a writer may write, before defaults and transforms. */
function schemaOf(kind: Kind): object {
  const schema = 'keyed' in kinds[kind] ? z.record(z.string(), kinds[kind].schema) : kinds[kind].schema;
  // The check reports what a JSON Schema cannot express.
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
}

function settings(names: readonly Kind[]): object {
  const yaml = names.filter((kind) => kinds[kind].place.endsWith('.yaml'));
  return {
    'yaml.schemas': Object.fromEntries(
      yaml.map((kind) => [
        `./${schemaPath(kind)}`,
        kinds[kind].place.replaceAll(/<YYYY-MM-DD>/gu, '[0-9]*').replaceAll(/<[^>]+>/gu, '*'),
      ]),
    ),
    // Fields of Markdown files: the schemas that `npm run dev` writes.
    'astro.content-intellisense': true,
    '[markdown]': {
      'editor.wordWrap': 'on',
      'editor.quickSuggestions': { comments: 'off', strings: 'on', other: 'on' },
    },
    'files.eol': '\n',
    'files.encoding': 'utf8',
  };
}
