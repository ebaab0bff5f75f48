/** The library's worker lies beside its module; MapLibre starts it through a blob: stub where that is another origin's. Bundlers follow this address. */
export const workerUrl = new URL(/* @vite-ignore */ './maplibre-gl-worker.mjs', import.meta.url).href;
