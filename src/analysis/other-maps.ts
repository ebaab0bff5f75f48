/** Addresses that open a position in other map services, each in the datum that service reads. */
import type {Position} from '../model/types.ts';
import {toDatum} from './datum.ts';

export const otherMaps = ['amap', 'tencent', 'baidu', 'osm', 'geo'] as const;
export type OtherMap = (typeof otherMaps)[number];

/** Our name in the log of a service that asks who sends a visitor. */
const referrer = 'beijing-ftz-atlas';
/** 1 m: finer than any position here. */
const degrees = (value: number): string => value.toFixed(5);

/**
 * The address of a WGS-84 position; null where the datum of the service isn't known there. `accuracyM` goes along where the scheme has
 * a word for it (RFC 5870). Amap: lbs.amap.com/api/uri-api, Tencent: lbs.qq.com/webApi/uriV1, Baidu: lbsyun.baidu.com, "URI API".
 */
export function otherMapUrl(map: OtherMap, position: Position, name: string, accuracyM: number | null): string | null {
  const at = toDatum(position, 'wgs84', map === 'amap' || map === 'tencent' ? 'gcj02' : map === 'baidu' ? 'bd09' : 'wgs84');
  if (!at) return null;
  const [lng, lat] = at.map(degrees);
  const title = encodeURIComponent(name);
  switch (map) {
    case 'amap':
      return `https://uri.amap.com/marker?position=${lng},${lat}&name=${title}&src=${referrer}&coordinate=gaode&callnative=0`;
    case 'tencent':
      return `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lng};title:${title}&coord_type=2&referer=${referrer}`;
    case 'baidu':
      return `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${title}&content=${title}&coord_type=bd09ll&output=html&src=${referrer}`;
    case 'osm':
      return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=15/${lat}/${lng}`;
    case 'geo':
      return `geo:${lat},${lng}${accuracyM === null ? '' : `;u=${Math.round(accuracyM)}`}`;
    default:
      return map satisfies never;
  }
}
