/** Mends what the library leaves wrong in a deck's package: it lists one master for every slide, and writes one. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

const contents = '[Content_Types].xml';

/** The same package with a list of contents that names only what is in it. Strict programs offer to repair a file that names more. */
export function withTrueContents(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const listed = strFromU8(files[contents] ?? new Uint8Array());
  const known = listed.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (entry, name: string) => (name in files ? entry : ''));
  return zipSync({...files, [contents]: strToU8(known)}, {level: 6});
}
