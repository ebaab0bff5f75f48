/** The one file holds its worker as text: nothing can be fetched from beside `file://`. */
import code from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw';

export const workerUrl = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
