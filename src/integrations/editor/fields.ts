import type { Field, SelectFieldValue } from '@sveltia/cms';
import { z } from 'zod';

/** What the editor needs to know besides the schemas. */
export interface FieldContext {
  /** Collections of the editor by the place that an id names: `content/authors`. */
  collections: ReadonlyMap<string, { name: string; label: string }>;
  /** Ids and names of the categories, which share one file. */
  categories: readonly { id: string; name: string }[];
}

/** The parts of JSON Schema that the schemas of content come to, and our own: see `meta` in `src/schemas`. */
interface Schema {
  type?: string;
  description?: string;
  default?: unknown;
  const?: SelectFieldValue;
  enum?: SelectFieldValue[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  /** How the value is given where the type does not say it. */
  control?: 'paragraph' | 'day' | 'moment' | 'picture' | 'permanent-id';
  /** The place of the entries of which the value is an id. */
  references?: string;
}

/** One set of fields that an entry may have, and its `kind` where the schema knows several. */
export interface FieldSet {
  kind: string | undefined;
  fields: Field[];
}

/**
 * Forms for a kind of content: one for each kind that its schema knows, from what a writer may write.
 * @param schema of a file in `content/`
 */
export function fieldSets(schema: z.ZodType, context: FieldContext): FieldSet[] {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return (written.anyOf ?? written.oneOf ?? [written]).map((one) => ({
    kind: one.properties?.['kind']?.const as string | undefined,
    fields: fieldsOf(one, context),
  }));
}

const fieldsOf = ({ properties = {}, required = [] }: Schema, context: FieldContext): Field[] =>
  Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name), context));

/** `bestFor` as `Best for`. */
const labelOf = (name: string): string =>
  name === 'url'
    ? 'Address'
    : `${name.charAt(0).toUpperCase()}${name.slice(1).replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}`;

function fieldOf(name: string, schema: Schema, required: boolean, context: FieldContext): Field {
  if (schema.const !== undefined) return { name, widget: 'hidden', default: schema.const };
  if (schema.control === 'permanent-id') return { name, widget: 'hidden', default: permanentIdTemplate };
  const common = { name, label: labelOf(name), hint: hintOf(schema), required };
  if (schema.references !== undefined) return referenceField(schema.references, common, context);
  if (schema.enum) return { ...common, widget: 'select', options: schema.enum };
  switch (schema.type) {
    case 'boolean':
      return { ...common, widget: 'boolean', default: schema.default === true };
    case 'integer':
    case 'number':
      return {
        ...common,
        widget: 'number',
        value_type: schema.type === 'integer' ? 'int' : 'float',
        ...limits(schema),
      };
    case 'array':
      return listField(schema, common, context);
    case 'object':
      return { ...common, widget: 'object', fields: fieldsOf(schema, context) };
    default:
      return textField(schema, common);
  }
}

/** Descriptions are for those who type into files; a form shows days, moments, pictures and switches by itself. */
const hintOf = ({ control, description }: Schema): string | undefined =>
  (control === undefined || control === 'paragraph') && description !== 'Write true or false.'
    ? description
    : undefined;

interface Common {
  name: string;
  label: string;
  hint: string | undefined;
  required: boolean;
}

/** The day of creation and eight hexadecimal digits, of which `start.ts` keeps six: the editor has no shorter ones. */
const permanentIdTemplate = "{{datetime | date('YYYYMMDD')}}-{{uuid_shorter}}";

/** Whole numbers without a limit of their own have those of the language. */
const limits = ({ minimum, maximum }: Schema): { min?: number; max?: number } => ({
  ...(minimum !== undefined && Number.isSafeInteger(minimum - 1) && { min: minimum }),
  ...(maximum !== undefined && Number.isSafeInteger(maximum + 1) && { max: maximum }),
});

function referenceField(
  place: string,
  { hint: _hint, ...common }: Common,
  { collections, categories }: FieldContext,
  many: { multiple?: boolean; min?: number } = {},
): Field {
  if (place === 'content/categories.yaml')
    return {
      ...common,
      widget: 'select',
      options: categories.map(({ id, name }) => ({ label: name, value: id })),
      ...many,
    };
  const { name: collection } = collections.get(place) ?? {};
  if (collection === undefined) throw new Error(`The editor has no collection for \`${place}\`.`);
  return { ...common, widget: 'relation', collection, value_field: '{{slug}}', display_fields: ['name'], ...many };
}

function listField(
  { items = {}, minItems, default: start }: Schema,
  { required, ...rest }: Common,
  context: FieldContext,
): Field {
  const common = { ...rest, required: required && start === undefined };
  const many = { multiple: true, ...(minItems !== undefined && { min: minItems }) };
  if (items.references !== undefined) return referenceField(items.references, common, context, many);
  if (items.enum) return { ...common, widget: 'select', options: items.enum, ...many };
  const list = { ...common, widget: 'list' as const, ...(minItems !== undefined && { min: minItems }) };
  if (items.properties)
    return { ...list, fields: fieldsOf(items, context), collapsed: 'auto', summary: summaryOf(items.properties) };
  return { ...list, field: fieldOf('value', items, true, context) };
}

/** What a closed row of a list shows. */
const summaryOf = (properties: Record<string, Schema>): string => {
  const shown = ['title', 'model', 'tier', 'text', 'what', 'publisher'].find((name) => Object.hasOwn(properties, name));
  return shown === undefined ? '' : `{{fields.${shown}}}`;
};

function textField({ control, pattern, maxLength, description = '' }: Schema, common: Common): Field {
  switch (control) {
    case 'paragraph':
      return { ...common, widget: 'text' };
    case 'day':
      return { ...common, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', default: '{{now}}' };
    case 'moment':
      return {
        ...common,
        widget: 'datetime',
        output_utc: true,
        ...(common.required && { default: '{{now}}' }),
      };
    case 'picture':
      return { ...common, widget: 'image', accept: '.webp,.png,.jpg,.jpeg', choose_url: false };
    default:
      return {
        ...common,
        widget: 'string',
        ...(pattern !== undefined && { pattern: [pattern, description] as [string, string] }),
        ...(maxLength !== undefined && { maxlength: maxLength }),
      };
  }
}
