/** Tells MapLibre where its worker is, once. */
import {setWorkerUrl} from 'maplibre-gl';
import {workerUrl} from './worker-url.ts';

setWorkerUrl(workerUrl);
