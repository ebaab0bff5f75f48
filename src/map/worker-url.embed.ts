/** The library's worker lies beside its module; MapLibre starts it through a blob: stub where that is another origin's. */
const module = import.meta.url; // In a variable: the bundler would take a literal for a file of its own.
export const workerUrl = new URL('maplibre-gl-worker.mjs', module).href;
