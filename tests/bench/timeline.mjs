/**
 * Five thousand milestones panned and zoomed, against an empty page that is given the same gestures in the same run.
 * The gestures are the browser's own, made at the rate of its frames: a wheel and a finger.
 */
import {framesWatched, watchFrames} from './measure.mjs';

const milestones = 5000;
const viewport = {width: 1440, height: 900};

/** Each starts where the one before it ended: from all years to a month and back, and to and fro. Distances in px, speeds in px a second. */
const wheel = {speed: 2600, gestureSourceType: 'mouse'};
const finger = {speed: 1300, gestureSourceType: 'touch', repeatCount: 1, repeatDelayMs: 0};
const gestures = [
  ['wheel: to four years', {...wheel, yDistance: 1100}],
  ['finger: pan four years', {...finger, xDistance: 600}],
  ['wheel: to a month', {...wheel, yDistance: 3200}],
  ['finger: pan a month', {...finger, xDistance: -600}],
  ['wheel: to all years', {...wheel, yDistance: -4300}],
];

/** Runs in the page: gives the atlas so many milestones, most of them made of its own, more of them late than early, every run the same. */
async function fill(count) {
  const element = document.querySelector('ftz-atlas');
  const {atlas} = element;
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
  const [start, end] = [Date.UTC(2008, 0), Date.UTC(2026, 10)];
  const made = Array.from({length: count - atlas.milestones.length}, (_, index) => {
    const {end: _end, ...of} = atlas.milestones[index % atlas.milestones.length];
    const day = new Date(start + Math.sqrt(random()) * (end - start)).toISOString();
    const length = [10, 10, 10, 7, 4][Math.floor(random() * 5)];
    const label = {en: `${of.label.en} ${index}`, zh: `${of.label.zh}${index}`};
    return {...of, id: `made-${index}`, date: day.slice(0, length), precision: {10: 'day', 7: 'month', 4: 'year'}[length], label};
  });
  element.atlas = {...atlas, milestones: [...atlas.milestones, ...made].toSorted((a, b) => (a.date < b.date ? -1 : 1))};
  await element.updateComplete;
}

/** Times between the frames of each gesture, ms. */
async function framesOf(page, point) {
  const session = await page.context().newCDPSession(page);
  const all = {};
  for (const [name, options] of gestures) {
    await page.evaluate(watchFrames);
    await session.send('Input.synthesizeScrollGesture', {...point, preventFling: true, ...options});
    all[name] = await page.evaluate(framesWatched);
    // The drawing that follows a gesture is none of its frames.
    await page.waitForTimeout(450);
  }
  return all;
}

const p95 = (gaps) => gaps.toSorted((a, b) => a - b)[Math.floor(0.95 * (gaps.length - 1))] ?? NaN;

/** @returns rows `{name, frames, empty, full, ratio}`: p95 of the times between frames in ms, the last of them over all gestures */
export async function timelineFrames(browser, url, rounds = 3) {
  const context = await browser.newContext({viewport, hasTouch: true, locale: 'en-GB'});
  const empty = await context.newPage();
  await empty.setContent('<!doctype html><title>empty</title>');
  const page = await context.newPage();
  await page.goto(`${url}?mode=timeline&from=2008&to=2026`);
  await page.waitForFunction(() => performance.getEntriesByName('ftz-ready').length > 0, null, {timeout: 90_000});
  await page.evaluate(fill, milestones);
  const lanes = page.locator('ftz-timeline-view svg.timeline');
  await page.locator('ftz-timeline-view .marks-picture').waitFor();
  await page.waitForTimeout(1000);
  const box = await lanes.boundingBox();
  const point = {x: Math.round(box.x + box.width * 0.6), y: Math.round(box.y + 200)};
  const gaps = {empty: {}, timeline: {}};
  for (let round = -1; round < rounds; round++)
    for (const [name, of] of Object.entries({empty, timeline: page})) {
      await of.bringToFront();
      const frames = await framesOf(of, point);
      // The first pair warms caches and is not counted.
      if (round >= 0) for (const [gesture, times] of Object.entries(frames)) (gaps[name][gesture] ??= []).push(...times);
    }
  await context.close();
  const row = (name, before, now) => ({name, frames: now.length, empty: p95(before), full: p95(now), ratio: p95(now) / p95(before)});
  return [
    ...gestures.map(([name]) => row(name, gaps.empty[name], gaps.timeline[name])),
    row('all gestures', Object.values(gaps.empty).flat(), Object.values(gaps.timeline).flat()),
  ];
}
