/** Where MapLibre's worker is. `?worker&url` survives every base path. */
export {default as workerUrl} from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
