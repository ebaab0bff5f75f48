/** Finds a Chromium to test in: named by the environment, the system's, or Playwright's. */
import {existsSync} from 'node:fs';
import {chromium} from 'playwright';

/**
 * WebGL by software, no background traffic. Root needs `--no-sandbox`. Only the map's canvas is drawn by SwiftShader: with plain `swiftshader`
 * the whole page would be painted through it, which takes two thirds of the time of a page full of SVG.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium; throws one line that says what to install. */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not there`);
  }
  const found = [...systemPaths, chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(
      'No Chromium found: install one (Debian: apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium), or set CHROMIUM to its path',
    );
  return found;
}
