/** Serves a folder on loopback, compressed as a good host does; the compression is done before the first request. */
import {readFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, relative} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const isText = (path) => !/\.(png|woff2)$/.test(path);

/** @returns `{url, sentBytes, close}`: `sentBytes()` is the bodies of all answers so far */
export async function serve(folder, more = {}) {
  const files = new Map();
  const add = (path, body) => files.set(`/${path}`, {body: isText(path) ? brotliCompressSync(body) : body, path});
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    const path = join(entry.parentPath, entry.name);
    // The one file and the library are other ways in; they are never fetched here, and long to compress.
    if (entry.isFile() && !/offline\.html$|\/embed\//.test(path)) add(relative(folder, path), readFileSync(path));
  }
  for (const [path, text] of Object.entries(more)) add(path, Buffer.from(text));
  let sent = 0;
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    sent += file.body.length;
    const head = {'content-type': types[extname(file.path)] ?? 'application/octet-stream', 'content-length': file.body.length};
    response.writeHead(200, isText(file.path) ? {...head, 'content-encoding': 'br'} : head).end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}/`, sentBytes: () => sent, close: () => server.close()};
}
