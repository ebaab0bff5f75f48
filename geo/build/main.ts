/** `npm run geo` and `npm run validate`: the two ways into the build. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {build} from './build.ts';
import type {Finding} from './read.ts';
import {validate} from './validate.ts';

const root = join(import.meta.dirname, '../..');

function tell(findings: readonly Finding[]): number {
  for (const {file, line, column, message} of findings) console.error(`${file}:${line}:${column}: ${message}`);
  if (findings.length > 0) console.error(`${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}`);
  return findings.length === 0 ? 0 : 1;
}

/** Returns the exit code. `--partial` writes what could be built in spite of problems, for work in progress. */
export async function main(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => !arg.startsWith('--'));
  if (args.includes('--validate') && paths.length > 0) {
    const {findings, notes} = validate(paths);
    for (const note of notes) console.log(note);
    return tell(findings);
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
  return code;
}
