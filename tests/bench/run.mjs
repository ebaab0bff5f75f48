/**
 * `npm run bench [-- --n 9 --throttle 4]`: the atlas against the floor, in one run, in turns, and the timeline against an empty page
 * (`--n 0`: only that). Read the ratios: the milliseconds are this machine's. Ends with 1 if a budget is broken.
 */
import {parseArgs} from 'node:util';
import {chromium} from 'playwright';
import {build, runnerImport} from 'vite';
import {districts} from './districts.mjs';
import {measure} from './measure.mjs';
import {serve} from './serve.mjs';
import {timelineFrames} from './timeline.mjs';

const {values} = parseArgs({options: {n: {type: 'string', default: '7'}, throttle: {type: 'string', default: '1'}}});
const rounds = Number(values.n);
const throttle = Number(values.throttle);
const root = new URL('../..', import.meta.url).pathname;
/** Most the atlas may be of the floor, as ratios; with a slower processor the page's own work weighs more. */
const budget = throttle > 1 ? {ready: 1.45} : {ready: 1.25};
const extraKB = 150;
/** Title, areas and list can be used at this share of the floor's ready. */
const usableShare = 0.6;
/** Most a frame of the moving timeline may take of an empty page's, p95. */
const timelineRatio = 1.25;

const {
  module: {chromiumFlags, findChromium},
} = await runnerImport(`${root}tests/chromium.ts`);

/** What is done in both pages, each frame awaited: forty steps of a pan, six filters, nineteen periods (in the floor: filters of its one layer). */
const steps = {pan: 40, filter: 6, brush: 19};
const tasks = {
  floor: {
    pan: async (count) => {
      for (let step = 0; step < count; step++) {
        globalThis.floorMap.jumpTo({center: [116.35 + 0.004 * step, 40], zoom: 9.5});
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    filter: async (count) => {
      for (let step = 0; step < count; step++) {
        globalThis.floorMap.setFilter('fill', ['==', ['%', ['get', 'id'], 3], step % 3]);
        for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    brush: async (count) => {
      for (let step = 0; step < count; step++) {
        globalThis.floorMap.setFilter('fill', ['<=', step, ['get', 'id']]);
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
  },
  atlas: {
    pan: async (count) => {
      const atlas = document.querySelector('ftz-atlas');
      for (let step = 0; step < count; step++) {
        atlas.view = {...atlas.view, camera: {lng: 116.35 + 0.004 * step, lat: 40, zoom: 9.5, bearing: 0, pitch: 0}};
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    filter: async (count) => {
      const atlas = document.querySelector('ftz-atlas');
      for (let step = 0; step < count; step++) {
        atlas.view = {...atlas.view, filters: {...atlas.view.filters, kind: [['park', 'station', 'bonded-zone'][step % 3]]}};
        for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    brush: async (count) => {
      const atlas = document.querySelector('ftz-atlas');
      for (let step = 0; step < count; step++) {
        atlas.view = {...atlas.view, from: String(2008 + step), to: '2026'};
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
  },
};

const out = `${root}node_modules/.bench-floor`;
await build({root: `${root}tests/bench/floor`, configFile: false, base: './', logLevel: 'warn', build: {outDir: out, emptyOutDir: true, target: 'es2022'}});
await build({root, logLevel: 'warn'});
const floor = await serve(out, {'districts.geojson': districts()});
const atlas = await serve(`${root}dist`);
// Pages are painted the way a graphics card would, unlike in the tests: what is measured stays comparable with what was. The last flag counts.
const browser = await chromium.launch({executablePath: findChromium(), args: [...chromiumFlags, '--use-angle=swiftshader']});
const records = {floor: [], atlas: []};
const pages = {
  floor: {server: floor, ready: 'floor-ready', tasks: tasks.floor, steps, throttle},
  atlas: {server: atlas, ready: 'ftz-ready', tasks: tasks.atlas, steps, throttle},
};
// The first pair warms caches and is not counted; of none there is none.
for (let round = rounds > 0 ? -1 : 0; round < rounds; round++)
  for (const name of Object.keys(pages)) {
    const record = await measure(browser, pages[name]);
    if (round >= 0) records[name].push(record);
    console.error(`${round < 0 ? 'warm-up' : `round ${round + 1}`} ${name} ready ${record.ready.toFixed(0)} ms`);
  }
await browser.close();
// Here the page is painted without the graphics card's imitation, as a browser without a card paints it.
const plain = await chromium.launch({executablePath: findChromium(), args: chromiumFlags});
const timeline = await timelineFrames(plain, atlas.url);
await plain.close();
floor.close();
atlas.close();

const median = (numbers) => {
  const sorted = numbers.filter(Number.isFinite).toSorted((a, b) => a - b);
  return sorted.length === 0 ? NaN : (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const of = (name, key) => median(records[name].map((record) => record[key] ?? NaN));
const ratio = (key) => median(records.atlas.map((record, index) => record[key] / records.floor[index][key]));
const show = (number) => (Number.isFinite(number) ? number.toFixed(number < 10 ? 2 : 0) : '–').padStart(9);
console.log(`${'medians'.padEnd(16)}${'floor'.padStart(9)}${'atlas'.padStart(9)}${'ratio'.padStart(9)}`);
for (const key of ['kB', 'fcp', 'lcp', 'ready', 'blocking', 'heapMB', ...Object.keys(steps)])
  console.log((key in steps ? `${key} p95 frame` : key).padEnd(16) + show(of('floor', key)) + show(of('atlas', key)) + show(ratio(key)));
const usable = median(records.atlas.map((record, index) => record.usable / records.floor[index].ready));
console.log(`${'usable'.padEnd(16)}${show(NaN)}${show(of('atlas', 'usable'))}${show(usable)}  of the floor's ready`);

console.log(`\n${'timeline, p95 frame'.padEnd(26)}${'empty'.padStart(9)}${'5,000'.padStart(9)}${'ratio'.padStart(9)}`);
for (const {name, empty, full, ratio: of5000} of timeline) console.log(name.padEnd(26) + show(empty) + show(full) + show(of5000));
const frameRatio = timeline.at(-1).ratio;

const broken = [
  frameRatio > timelineRatio && `a frame of the timeline takes ${frameRatio.toFixed(2)} times that of an empty page, the budget is ${timelineRatio}`,
  ratio('ready') > budget.ready && `ready is ${ratio('ready').toFixed(2)} times the floor, the budget is ${budget.ready}`,
  of('atlas', 'kB') - of('floor', 'kB') > extraKB &&
    `the first load is ${(of('atlas', 'kB') - of('floor', 'kB')).toFixed(0)} kB over the floor, the budget is ${extraKB}`,
  throttle === 1 && usable > usableShare && `usable at ${usable.toFixed(2)} of the floor's ready, the budget is ${usableShare}`,
].filter(Boolean);
for (const line of broken) console.log(`✗ ${line}`);
if (broken.length === 0) console.log('✓ within the budgets');
process.exitCode = broken.length === 0 ? 0 : 1;
