/** Other people's pages: `tests/fixtures/hosts`, served from an origin of their own. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, join} from 'node:path';

export interface Hosts {
  readonly url: string;
  readonly close: () => void;
}

/** `__ATLAS__` becomes the atlas's address, `__ORIGIN__` its origin, `__HERE__` the host's own. `pasted.html?…` is an empty page with what the query says. */
export async function serveHosts(atlasUrl: string): Promise<Hosts> {
  const folder = join(import.meta.dirname, '../fixtures/hosts');
  const server = createServer((request, response) => {
    const {pathname, search} = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/pasted.html') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html>\n${decodeURIComponent(search.slice(1))}`);
      return;
    }
    readFile(join(folder, basename(pathname)), 'utf8').then(
      (page) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(
          page
            .replaceAll('__ATLAS__', atlasUrl)
            .replaceAll('__ORIGIN__', new URL(atlasUrl).origin)
            .replaceAll('__HERE__', `http://${request.headers.host ?? ''}`),
        );
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}/`, close: () => server.close()};
}
