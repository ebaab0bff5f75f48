/** What is said where a file did not arrive; keyed by the file, `part` for the module of any part. */
import {words} from './words.ts';

export const missingWords = words(
  {
    'rest.json': 'Policies, figures and sources did not arrive. The map and the list work without them.',
    'ground.geojson': 'The ground of the map did not arrive: districts, roads and water are missing. Everything else works.',
    'metro.geojson': 'The metro lines did not arrive. Everything else works.',
    part: 'A part of the atlas did not arrive. Everything else works.',
  },
  {
    'rest.json': '政策、数据与来源未能载入，地图和列表仍可使用。',
    'ground.geojson': '地图底图未能载入，缺少行政区、道路和水系，其余部分仍可使用。',
    'metro.geojson': '地铁线路未能载入，其余部分仍可使用。',
    part: '图集的一部分未能载入，其余部分仍可使用。',
  },
);
