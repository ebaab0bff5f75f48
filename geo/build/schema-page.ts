/** The schema reference for people: made from the JSON Schemas, so that it can't disagree with the parser. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may stand in a field, in a few words. */
function kindOf(schema: unknown): string {
  if (!isObject(schema)) return '';
  const {$ref, anyOf, items, pattern, properties, type} = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? '';
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value: unknown) => `\`${String(value)}\``).join(' ');
  if ('const' in schema) return `\`${String(schema['const'])}\``;
  if (Array.isArray(anyOf)) return anyOf.map(kindOf).join(' or ');
  if (Array.isArray(items)) return `[${items.map(kindOf).join(', ')}]`;
  if (Array.isArray(schema['prefixItems'])) return `[${schema['prefixItems'].map(kindOf).join(', ')}]`;
  if (type === 'array') return `list of ${kindOf(items)}`;
  if (isObject(properties)) return `{${Object.keys(properties).join(', ')}}`;
  if (typeof pattern === 'string' && pattern.startsWith(String.raw`^\d{4}`)) return 'date';
  return typeof type === 'string' ? type : 'anything';
}

function page(kind: string, schema: unknown): string {
  const record = isObject(schema) ? schema['items'] : undefined;
  const fields = isObject(record) && isObject(record['properties']) ? Object.entries(record['properties']) : [];
  const required: readonly unknown[] = isObject(record) && Array.isArray(record['required']) ? record['required'] : [];
  const rows = fields.map(([name, field]) => `| \`${name}\` | ${required.includes(name) ? 'yes' : ''} | ${kindOf(field).replaceAll('|', String.raw`\|`)} |`);
  return [`## ${kind}`, '', '| Field | Required | What may stand there |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** `geo/schema.md` from the files of `jsonSchemas()`. */
export function schemaPage(schemas: ReadonlyMap<string, string>): string {
  const head = [
    '# Fields of every record',
    '',
    'Made by `npm run geo` from `src/model/schema.ts`; do not edit. *text* is `{en, zh}`, both filled; *citation* is `{source, locator}`; a *date* is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The same for programs: `public/data/schema/`.',
    '',
  ].join('\n');
  const pages = [...schemas].map(([name, text]) => page(name.replace(/^schema\//, '').replace(/\.schema\.json$/, ''), JSON.parse(text)));
  return `${head}\n${pages.join('\n')}`;
}
