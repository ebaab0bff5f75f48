import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formatDate, formatNumber} from '../../../src/i18n/formats.ts';
import {langTag} from '../../../src/i18n/words.ts';

const tag = {en: 'en-GB', zh: langTag('zh')} as const;

describe('numbers and dates, written without Intl', () => {
  it('read as Intl writes numbers, in both languages', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({min: -1e9, max: 1e9, noNaN: true}), fc.integer({min: -2e9, max: 2e9}), fc.constantFrom(0, 119.68, 999.9996, 1e6)),
        fc.option(fc.integer({min: 0, max: 4}), {nil: undefined}),
        fc.constantFrom('en' as const, 'zh' as const),
        (value, digits, lang) => {
          // A half, which a binary fraction hardly ever is, may go either way.
          fc.pre(Math.abs((Math.abs(value * 10 ** (digits ?? 3)) % 1) - 0.5) > 1e-4);
          const limits = digits === undefined ? {maximumFractionDigits: 3} : {minimumFractionDigits: digits, maximumFractionDigits: digits};
          const expected = new Intl.NumberFormat(tag[lang], {...limits, signDisplay: 'negative'}).format(value);
          expect(formatNumber(value, lang, digits)).toBe(expected);
        },
      ),
    );
  });

  it('read as Intl writes dates, whole or partial', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true}),
        fc.constantFrom(4, 7, 10),
        fc.constantFrom('en' as const, 'zh' as const),
        (at, length, lang) => {
          const expected = new Intl.DateTimeFormat(tag[lang], {
            timeZone: 'UTC',
            year: 'numeric',
            ...(length > 4 ? {month: 'long'} : {}),
            ...(length > 7 ? {day: 'numeric'} : {}),
          }).format(at);
          expect(formatDate(at.toISOString().slice(0, length), lang)).toBe(expected.replaceAll(' ', '\u00a0'));
        },
      ),
    );
  });
});
