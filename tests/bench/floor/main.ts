/** The least a page with this map engine can be: one layer of districts, and no more. What the atlas adds is measured against it. */
import {Map, setWorkerUrl} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl(workerUrl);
const map = new Map({
  container: 'map',
  attributionControl: false,
  center: [116.4, 40.1],
  zoom: 7.8,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {districts: {type: 'geojson', data: './districts.geojson'}},
    layers: [
      {id: 'beyond', type: 'background', paint: {'background-color': '#eef1f4'}},
      {id: 'fill', type: 'fill', source: 'districts', paint: {'fill-color': '#b9cbd8', 'fill-opacity': 0.7}},
      {id: 'line', type: 'line', source: 'districts', paint: {'line-color': '#36495a', 'line-width': 1}},
    ],
  },
});
// The bench moves and filters it.
Object.assign(globalThis, {floorMap: map});
map.once('idle', () => performance.mark('floor-ready'));
