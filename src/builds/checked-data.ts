/** Tells the page which `first.json` the build has checked, so that its first view needs no parser. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {checksum} from '../model/checksum.ts';

/** For Vite's `define`. Other data than this is read with suspicion, as always. */
export const checkedData = (root: string): Readonly<Record<string, string>> => ({
  __CHECKED_FIRST_PART__: String(checksum(readFileSync(join(root, 'public/data/first.json'), 'utf8'))),
});
