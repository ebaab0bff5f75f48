/** The published JSON Schemas: for editors and for other programs, generated so that they can't disagree with the parser. */
import {toJsonSchema} from '@valibot/to-json-schema';
import {citationSchema, recordSchemas, textSchema} from '../../src/model/schema.ts';

/** `schema/<kind>.schema.json` for each kind: a curated file, which is a list of such records. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(recordSchemas).map(([kind, schema]) => {
      // `input`: what a record must hold before the defaults are filled in. Trimming and "finite" have no word in JSON Schema.
      const {$schema, $defs, ...items} = toJsonSchema(schema, {
        typeMode: 'input',
        errorMode: 'ignore',
        definitions: {text: textSchema, citation: citationSchema},
      });
      return [
        `schema/${kind}.schema.json`,
        `${JSON.stringify({$schema, title: `Beijing FTZ Atlas: ${kind}`, type: 'array', items, $defs}, null, 1)}\n`,
      ] as const;
    }),
  );
}
