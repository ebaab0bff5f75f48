import {describe, expect, it} from 'vitest';
import {toDatum} from '../../../src/analysis/datum.ts';
import {metresApart} from '../../../src/analysis/geodesic.ts';
import {otherMaps, otherMapUrl} from '../../../src/analysis/other-maps.ts';
import type {Position} from '../../../src/model/types.ts';

const at: Position = [116.2925, 40.0903];
const urlOf = (map: (typeof otherMaps)[number]): URL => new URL(otherMapUrl(map, at, '生命科学园 & more;x', 600) ?? 'none:');
const isAt = (found: Position, wanted: Position | null): void => {
  if (!wanted) throw new Error('no position');
  expect(metresApart(found, wanted)).toBeLessThan(1);
};
const pair = (text: string | null | undefined): readonly [number, number] => {
  const [a = NaN, b = NaN] = (text ?? '').split(',').map(Number);
  return [a, b];
};

describe('otherMapUrl', () => {
  it('gives Amap GCJ-02, longitude first', () => {
    const {host, searchParams} = urlOf('amap');
    expect(host).toBe('uri.amap.com');
    isAt(pair(searchParams.get('position')), toDatum(at, 'wgs84', 'gcj02'));
    expect(searchParams.get('coordinate')).toBe('gaode');
    expect(searchParams.get('name')).toBe('生命科学园 & more;x');
  });

  it('gives Tencent GCJ-02, latitude first', () => {
    const {host, searchParams} = urlOf('tencent');
    expect(host).toBe('apis.map.qq.com');
    const [lat, lng] = pair(/^coord:([^;]+);/.exec(searchParams.get('marker') ?? '')?.[1]);
    isAt([lng, lat], toDatum(at, 'wgs84', 'gcj02'));
  });

  it('gives Baidu BD-09, latitude first', () => {
    const {host, searchParams} = urlOf('baidu');
    expect(host).toBe('api.map.baidu.com');
    const [lat, lng] = pair(searchParams.get('location'));
    isAt([lng, lat], toDatum(at, 'wgs84', 'bd09'));
    expect(searchParams.get('coord_type')).toBe('bd09ll');
  });

  it('gives OpenStreetMap and the device WGS-84, the device with the doubt', () => {
    const {searchParams} = urlOf('osm');
    isAt([Number(searchParams.get('mlon')), Number(searchParams.get('mlat'))], at);
    expect(otherMapUrl('geo', at, 'x', 600)).toBe('geo:40.09030,116.29250;u=600');
  });

  it('gives no shifted address where the shift is not known', () => {
    expect(otherMaps.map((map) => otherMapUrl(map, [0, 51.5], 'x', null) !== null)).toEqual([false, false, false, true, true]);
  });
});
