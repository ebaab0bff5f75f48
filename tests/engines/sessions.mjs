/**
 * Firefox and WebKit as the system has them, driven by what they bring: Firefox by Marionette, its own socket with the commands of
 * WebDriver, WebKit by WebKitWebDriver. Both draw on a display of their own where Xvfb is there; so WebGL runs, in software.
 */
import {spawn} from 'node:child_process';
import {accessSync, constants, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

const isThere = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isThere);

const miniBrowser = () =>
  ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-${api}/MiniBrowser`).find(isThere);

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Asks until there is an answer; a browser takes its seconds to start. */
async function patiently(ask) {
  for (let tries = 0; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      if (tries === 150) throw error;
      await pause(200);
    }
}

/** A display nobody sees, or the one there is; its name, null where there is none. */
async function openDisplay() {
  const xvfb = onPath('Xvfb');
  if (!xvfb) return {name: process.env.DISPLAY ?? null, close: () => undefined};
  const server = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {stdio: ['ignore', 'pipe', 'ignore']});
  const [number] = await new Promise((resolve, reject) => {
    server.stdout.once('data', (text) => resolve(String(text).split('\n')));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return {name: `:${number}`, close: () => server.kill()};
}

/** One in its own folder, with nothing of the user's in it. */
function start(command, args, home, display) {
  const environment = {...process.env, HOME: home, LIBGL_ALWAYS_SOFTWARE: '1'};
  delete environment.DISPLAY;
  if (display !== null) environment.DISPLAY = display;
  return spawn(command, args, {stdio: 'ignore', env: environment});
}

/** The first visible element that fits, with these words in it, whatever shadow root it is in. Runs in the page. */
function findDeep(selector, words = '', root = document) {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector) && element.checkVisibility() && element.textContent.includes(words)) return element;
    const inner = element.shadowRoot && findDeep(selector, words, element.shadowRoot);
    if (inner) return inner;
  }
  return null;
}

/** A page under the commands of WebDriver, whoever carries them. */
const pageOf = (send) => {
  const tell = async (name, params) => (await send(name, params))?.value;
  return {
    go: (url) => tell('Navigate', {url}),
    /** What is asked may call `findDeep`, and is told all its arguments. */
    evaluate: (ask, ...args) => tell('ExecuteScript', {script: `${String(findDeep)} return (${String(ask)})(...arguments)`, args}),
    type: (words) =>
      tell('PerformActions', {
        actions: [{type: 'key', id: 'keys', actions: [...words].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({type, value})))}],
      }),
    click: (x, y) =>
      tell('PerformActions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              {type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0},
              {type: 'pointerDown', button: 0},
              {type: 'pointerUp', button: 0},
            ],
          },
        ],
      }),
  };
};

async function openFirefox(command, home, display) {
  const port = await freePort();
  // No updates, no first-run pages, no reports: a test asks nobody but its own server.
  const settings = {
    'marionette.port': port,
    'webgl.force-enabled': true,
    'app.normandy.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': '',
    'ui.prefersReducedMotion': 1,
  };
  writeFileSync(
    join(home, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const browser = start(command, ['--marionette', '--no-remote', '--profile', home, ...(display === null ? ['--headless'] : [])], home, display);
  const socket = await patiently(
    () =>
      new Promise((resolve, reject) => {
        const made = connect(port, '127.0.0.1', () => resolve(made)).on('error', reject);
      }),
  );
  /** What was asked and is not yet answered, by number. */
  const asked = new Map();
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    // Each message comes as its length, a colon and JSON.
    for (let colon = rest.indexOf(':'); colon > 0 && rest.length > colon + Number(rest.subarray(0, colon)); colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon));
      const message = JSON.parse(String(rest.subarray(colon + 1, end)));
      rest = rest.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, number, error, answer] = message;
      const {resolve, reject} = asked.get(number) ?? {};
      asked.delete(number);
      if (error) reject?.(new Error(`${error.error}: ${error.message}`));
      else resolve?.(answer);
    }
  });
  let count = 0;
  const send = (name, params = {}) =>
    new Promise((resolve, reject) => {
      count += 1;
      asked.set(count, {resolve, reject});
      const text = JSON.stringify([0, count, name.includes(':') ? name : `WebDriver:${name}`, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  const {capabilities} = await send('NewSession', {capabilities: {}});
  return {
    version: capabilities.browserVersion,
    ...pageOf(send),
    close: async () => {
      const isGone = new Promise((resolve) => browser.once('exit', resolve));
      socket.on('error', () => undefined);
      void send('Marionette:Quit', {flags: ['eForceQuit']});
      await Promise.race([isGone, pause(5000)]);
      browser.kill('SIGKILL');
    },
  };
}

async function openWebKit(command, home, display) {
  const port = await freePort();
  const driver = start(command, [`--port=${port}`], home, display);
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {method, body: body === undefined ? undefined : JSON.stringify(body)});
    const {value} = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const options = {binary: miniBrowser(), args: ['--automation']};
  const {sessionId, capabilities} = await patiently(() => ask('POST', '/session', {capabilities: {alwaysMatch: {'webkitgtk:browserOptions': options}}}));
  const paths = {Navigate: 'url', ExecuteScript: 'execute/sync', PerformActions: 'actions'};
  return {
    version: capabilities.browserVersion,
    ...pageOf(async (name, params) => ({value: await ask('POST', `/session/${sessionId}/${paths[name]}`, params)})),
    close: async () => {
      await ask('DELETE', `/session/${sessionId}`);
      driver.kill();
    },
  };
}

export const engines = {
  firefox: {
    find: () => process.env.FIREFOX ?? onPath('firefox-esr', 'firefox'),
    open: openFirefox,
    packages: 'firefox-esr xvfb',
  },
  webkit: {
    // Without a display it doesn't start at all.
    find: () => (miniBrowser() && (process.env.DISPLAY || onPath('Xvfb')) ? onPath('WebKitWebDriver') : undefined),
    open: openWebKit,
    packages: 'webkit2gtk-driver xvfb',
  },
};

/** Starts an engine with an empty profile; closing it leaves nothing behind. */
export async function openSession({find, open}) {
  const home = mkdtempSync(join(tmpdir(), 'ftz-engine-'));
  const display = await openDisplay();
  const tidy = () => {
    display.close();
    rmSync(home, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  };
  try {
    const session = await open(find(), home, display.name);
    return {...session, close: () => session.close().finally(tidy)};
  } catch (error) {
    tidy();
    throw error;
  }
}
