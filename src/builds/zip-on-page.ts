/**
 * `write-excel-file` zips a sheet of more than 160 kB in a worker made of a blob. A policy of `worker-src 'self'` forbids that one without
 * telling it, and the workbook never comes. Zipped where it is made, mostly in a worker of ours, it holds nobody.
 */
import type {Plugin} from 'vite';

export const zipOnPage: Plugin = {
  name: 'zip-on-page',
  transform: (_code, id) =>
    id.endsWith('write-excel-file/modules/zip/zipToArrayBuffer.js')
      ? {code: "import {zipSync} from 'fflate';\nexport default async (files) => zipSync(files).buffer;\n", map: null}
      : null,
};
