/** Tells MapLibre where its worker is, once. `?worker&url` survives every base path and embedding. */
import {setWorkerUrl} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);
