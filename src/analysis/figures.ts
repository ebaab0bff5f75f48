/** What a published figure is worth as a number. Pure. */
import type {Indicator, Language} from '../model/types.ts';

/**
 * The value in the unit of a language. Records hold it in the English unit; where that counts in billions and the Chinese one
 * in 亿 (hundred millions), the number is ten times as large. null where the source gives no number.
 */
export function valueIn({value, unit}: Indicator, lang: Language): number | null {
  if (value === null || lang === 'en') return value;
  const isTenfold = unit.en.startsWith('billion') && unit.zh.startsWith('亿');
  // 760.37 × 10 is 7603.700000000001 in binary.
  return isTenfold ? Number((value * 10).toPrecision(12)) : value;
}

/** The value as it may stand among plain numbers: a doubtful one may not. */
export const plainValueIn = (indicator: Indicator, lang: Language): number | null => (indicator.suspect ? null : valueIn(indicator, lang));
