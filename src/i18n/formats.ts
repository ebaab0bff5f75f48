/**
 * Numbers, dates, distances and directions in words; never the machine's zone. Both languages group by commas and part by a point, and
 * the dates are plain, so `Intl` is not asked for them: its first number takes as long as drawing the whole panel.
 */
import type {Language, Text} from '../model/types.ts';
import {langTag} from './words.ts';

const nbsp = '\u00a0';
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 119.68 and 1,234.5, with three decimals at most; `digits` fixes them. The same in both languages; a third may want another. */
export function formatNumber(value: number, _lang: Language, digits?: number): string {
  const rounded = digits === undefined ? String(Number(value.toFixed(3))) : value.toFixed(digits);
  const [whole = '', decimals] = rounded.replace(/^-(?=[0.]+$)/, '').split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
/** "21.59 km²", "21.59 平方公里", with a space that doesn't break. */
export const formatKm2 = (km2: number, lang: Language): string => `${formatNumber(km2, lang)}${lang === 'zh' ? ' 平方公里'.replace(' ', nbsp) : `${nbsp}km²`}`;
/** A size, or that nobody published it; never a zero in its place. */
export const formatSize = (size: {readonly km2: number} | undefined, lang: Language): string =>
  size ? formatKm2(size.km2, lang) : lang === 'zh' ? '面积未公布' : 'size not published';
/** "28 August 2024", "2024年8月28日"; a partial date stays partial. */
export function formatDate(date: string, lang: Language): string {
  const [year = '', month, day] = date.split('-');
  if (lang === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(nbsp);
}
/** "January 2021 to June 2023", "2021年1月至2023年6月". */
export const formatPeriod = (from: string, to: string, lang: Language): string =>
  `${formatDate(from, lang)}${lang === 'zh' ? '至' : ' to '}${formatDate(to, lang)}`;
/** "600 m", "1.7 km". */
export function formatDistance(metres: number, lang: Language): string {
  const [value, unit] =
    metres < 950 ? [Math.round(metres / 10) * 10, lang === 'zh' ? '米' : 'm'] : [Math.round(metres / 100) / 10, lang === 'zh' ? '公里' : 'km'];
  return `${formatNumber(value, lang)}${nbsp}${unit}`;
}
const bearings = {
  en: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
} as const;
/** A bearing in degrees as one of eight directions. */
export const formatBearing = (degrees: number, lang: Language): string => bearings[lang][Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? '';
/** "a, b and c", "甲、乙和丙". */
export const formatList = (items: readonly string[], lang: Language): string => new Intl.ListFormat(langTag(lang), {type: 'conjunction'}).format(items);
/** "2.3 km north-east"; "东北方向 2.3 公里", and "北面 2.3 公里" where one character names the direction. */
export const formatWay = ({distanceM, bearingDeg}: {readonly distanceM: number; readonly bearingDeg: number}, lang: Language): string =>
  lang === 'zh'
    ? `${formatBearing(bearingDeg, lang)}${formatBearing(bearingDeg, lang).length > 1 ? '方向' : '面'}${nbsp}${formatDistance(distanceM, lang)}`
    : `${formatDistance(distanceM, lang)} ${formatBearing(bearingDeg, lang)}`;
/** "116.4563, 39.9123": WGS-84, longitude first, to some 10 m. */
export const formatPosition = ([lng, lat]: readonly [number, number]): string => `${lng.toFixed(4)}, ${lat.toFixed(4)}`;
/** "over 30%", "3 billion yuan", "2项": a figure as its source prints it, with its unit. */
export function formatFigure({printed, unit}: {readonly printed: Text; readonly unit: Text}, lang: Language): string {
  const isClose = lang === 'zh' || unit.en.startsWith('%');
  return `${printed[lang]}${isClose ? '' : nbsp}${unit[lang]}`;
}
