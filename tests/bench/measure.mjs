/** One page load, and one task in it, in a fresh browser context; flat records of numbers. */

/** Marks, paints and long tasks as the page itself sees them. Runs before any of its scripts. */
const probe = () => {
  const record = {lcp: 0, fcp: 0, long: []};
  globalThis.__bench = record;
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  watch('largest-contentful-paint', (entry) => (record.lcp = entry.startTime));
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') record.fcp = entry.startTime;
  });
  watch('longtask', (entry) => record.long.push(entry.duration));
};

const hasMark = (name) => performance.getEntriesByName(name).length > 0;

/**
 * @param browser a Playwright browser
 * @param page `{server, ready, tasks, steps}`: `ready` is the name of the mark that ends the load; `tasks` are functions run in the page,
 *   each is given its number of steps and resolves when what it did is on the screen
 * @returns milliseconds, kilobytes on the wire, megabytes of heap; each task as `<name>`: p95 of its frames in ms
 */
export async function measure(browser, {server, ready, tasks, steps, throttle = 1}) {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, locale: 'en-GB'});
  const page = await context.newPage();
  // Counted by the server: the browser tells no size of a worker's script, and tells what it kept like what it fetched.
  const before = server.sentBytes();
  const session = await context.newCDPSession(page);
  if (throttle > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: throttle});
  await page.addInitScript(probe);
  try {
    await page.goto(server.url, {waitUntil: 'commit'});
    // Asked now and then: to ask at every frame makes the page draw frames.
    await page.waitForFunction(hasMark, ready, {timeout: 90_000, polling: 50});
    const result = await page.evaluate((name) => {
      const {lcp, fcp, long} = globalThis.__bench;
      const at = (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN;
      return {ready: at(name), usable: at('ftz-usable'), fcp, lcp, blocking: long.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0)};
    }, ready);
    await page.waitForLoadState('networkidle');
    result.kB = (server.sentBytes() - before) / 1000;
    for (const [name, task] of Object.entries(tasks)) result[name] = await frames(page, task, steps[name]);
    await session.send('HeapProfiler.collectGarbage');
    const {metrics} = await session.send('Performance.enable').then(() => session.send('Performance.getMetrics'));
    result.heapMB = (metrics.find(({name}) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1e6;
    return result;
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes the time of every frame from now on. */
export function watchFrames() {
  const times = [];
  globalThis.__frames = times;
  const tick = (time) => {
    times.push(time);
    if (globalThis.__frames === times) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Runs in the page: the times between the frames since then, ms. */
export function framesWatched() {
  const times = globalThis.__frames;
  globalThis.__frames = null;
  return times.slice(1).map((time, index) => time - times[index]);
}

/** The p95 of the times between frames while a task runs in the page, ms. */
async function frames(page, task, count) {
  await page.evaluate(watchFrames);
  await page.evaluate(task, count);
  const gaps = await page.evaluate(framesWatched);
  return gaps.toSorted((a, b) => a - b)[Math.floor(0.95 * (gaps.length - 1))] ?? NaN;
}
