/** Tells MapLibre where its worker is, once, and starts it: it has a long script to read, better while the page reads its facts than after. */
import {prewarm, setWorkerUrl} from 'maplibre-gl';
import {workerUrl} from './worker-url.ts';

setWorkerUrl(workerUrl);
prewarm();
