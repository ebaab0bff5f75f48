/**
 * `npm test`: type check, lint, format, then the unit, browser and end-to-end tests.
 * Everything runs, whatever fails before it; the last line counts it all.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {engines} from './engines/sessions.mjs';

const root = new URL('..', import.meta.url).pathname;
const bin = (name) => join(root, 'node_modules/.bin', name);
const run = (command, args, env = {}) => spawnSync(command, args, {cwd: root, stdio: 'inherit', env: {...process.env, TZ: 'UTC', ...env}}).status === 0;

let passed = 0;
let failed = 0;
const check = (title, command, args) => {
  const isFine = run(command, args);
  console.log(`${isFine ? '✓' : '✗'} ${title}`);
  if (isFine) passed += 1;
  else failed += 1;
};

/** A machine without any browser gets the one that comes as an npm package, where that runs. */
async function chromiumFromNpm() {
  const {chromium} = await import('playwright');
  const isThere = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ].some((path) => path && existsSync(path));
  if (isThere || process.platform !== 'linux') return {};
  console.log('No Chromium on this machine: trying the one shipped by npm');
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '@sparticuz/chromium@153.0.0'])) return {};
  try {
    const {default: shipped} = await import('@sparticuz/chromium');
    return {CHROMIUM: await shipped.executablePath()};
  } catch {
    return {};
  }
}

/** Firefox and WebKit where the system has them; where not, that is said, since a test that did not run proves nothing. */
function checkOtherEngines() {
  for (const [name, {find, packages}] of Object.entries(engines))
    if (find()) check(`the site in ${name}`, process.execPath, [join(root, 'tests/engines/run.mjs'), name]);
    else console.log(`\n!!! NOT RUN: the site in ${name}. It is not on this machine; on Debian "apt-get install ${packages}" brings it.\n`);
}

const only = process.argv[2];
if (only === undefined || only === 'check') {
  check('types', bin('tsc'), []);
  check('lint', bin('oxlint'), ['--deny-warnings', '--type-aware', 'src', 'geo', 'tests', 'vite.config.ts']);
  check('format', bin('oxfmt'), ['--check', 'src', 'geo/build', 'tests', 'vite.config.ts']);
}
if (only !== 'check') {
  const report = join(mkdtempSync(join(tmpdir(), 'ftz-tests-')), 'report.json');
  const projects = only === undefined ? [] : ['--project', only];
  const isFine = run(bin('vitest'), ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], await chromiumFromNpm());
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {numPassedTests: 0, numFailedTests: 0, numTotalTests: 0};
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // A file that could not even start has no test to count, and is a failure all the same.
  if (!isFine && counts.numFailedTests === 0) failed += 1;
  if (counts.numTotalTests === 0) failed += 1;
}
if (only === undefined || only === 'e2e') checkOtherEngines();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
