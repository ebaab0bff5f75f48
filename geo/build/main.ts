/** `npm run geo` and `npm run validate`: the two ways into the build. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {build} from './build.ts';
import type {Finding} from './read.ts';
import {jsonSchemas} from './schema.ts';
import {schemaPage} from './schema-page.ts';
import {validateAll} from './validate.ts';

const root = join(import.meta.dirname, '../..');

function tell(findings: readonly Finding[], lang: 'en' | 'zh' = 'en'): number {
  for (const {file, line, column, message} of findings) console.error(`${file}:${line}:${column}: ${message}`);
  if (findings.length > 0) console.error(lang === 'zh' ? `${findings.length} 处问题` : `${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}`);
  return findings.length === 0 ? 0 : 1;
}

/** `--lang zh`, else what the shell says of itself. */
function languageOf(args: readonly string[]): 'en' | 'zh' {
  const said = args.find((arg) => arg.startsWith('--lang='))?.slice(7) ?? (args.includes('--lang') ? args[args.indexOf('--lang') + 1] : process.env['LANG']);
  return said?.startsWith('zh') ? 'zh' : 'en';
}

/** Returns the exit code. `--partial` writes what could be built in spite of problems, for work in progress. */
export async function main(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--lang');
  if (args.includes('--validate') && paths.length > 0) {
    const lang = languageOf(args);
    const {findings, notes} = await validateAll(paths, lang);
    for (const note of notes) console.log(note);
    return tell(findings, lang);
  }
  const {files, findings} = build(root);
  const code = tell(findings);
  if (args.includes('--validate') || (code !== 0 && !args.includes('--partial'))) return code;
  for (const [name, text] of files) {
    const path = join(root, 'public/data', name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
    console.log(`${relative(root, path)}: ${(text.length / 1000).toFixed(0)} kB`);
  }
  writeFileSync(join(root, 'geo/schema.md'), schemaPage(jsonSchemas()));
  return code;
}
