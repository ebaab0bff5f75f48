/** `node tests/engines/run.mjs firefox|webkit`: the built site in that engine. Needs a build. */
import {readFileSync} from 'node:fs';
import {preview} from 'vite';
import {engines, openSession} from './sessions.mjs';
import {smoke} from './smoke.mjs';

const [name = ''] = process.argv.slice(2);
const engine = engines[name];
if (!engine) throw new Error(`name an engine: ${Object.keys(engines).join(' or ')}`);

/** The page as it is built, with a script ahead of all others that keeps what goes wrong. */
const watched = {
  name: 'watched',
  configurePreviewServer: ({middlewares}) => {
    middlewares.use((request, response, next) => {
      const {pathname} = new URL(request.url, 'http://atlas');
      if (pathname === '/watch.js') {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(new URL('watch.js', import.meta.url)));
      } else if (/^\/(index\.html)?$/.test(pathname)) {
        const page = readFileSync(new URL('../../dist/index.html', import.meta.url), 'utf8');
        response.setHeader('content-type', 'text/html').end(page.replace(/<meta charset[^>]*>/, '$&<script src="watch.js"></script>'));
      } else next();
    });
  },
};
const server = await preview({plugins: [watched], logLevel: 'silent', preview: {port: 4181, strictPort: false}});
const session = await openSession(engine);
let isOpen = true;
const goOffline = async () => {
  isOpen = false;
  server.httpServer.closeAllConnections();
  await server.close();
};
try {
  const {faults, map} = await smoke(session, server.resolvedUrls.local[0], goOffline);
  for (const fault of faults) console.error(`${name}: ${fault}`);
  console.log(`${name} ${session.version}, map: ${map}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await session.close();
  if (isOpen) await server.close();
}
