import {describe, expect, it} from 'vitest';
import {countWord, countWordFirst, doubtsTitle, languageName} from '../../../src/i18n/sources.ts';

describe('counts in words', () => {
  it('writes up to twenty out', () => {
    expect([0, 1, 12, 20, 21].map((count) => countWord(count, 'en'))).toEqual(['no', 'one', 'twelve', 'twenty', '21']);
    expect([1, 2, 12, 20, 83].map((count) => countWord(count, 'zh'))).toEqual(['一', '两', '十二', '二十', '83']);
    expect(countWordFirst(8, 'en')).toBe('Eight');
  });

  it('makes a title of any mixture of figures and dates', () => {
    expect(doubtsTitle(12, 1, 'en')).toBe('Twelve figures and one date we do not trust');
    expect(doubtsTitle(1, 0, 'en')).toBe('One figure we do not trust');
    expect(doubtsTitle(0, 2, 'en')).toBe('Two dates we do not trust');
    expect(doubtsTitle(0, 0, 'en')).toBe('No figure is in doubt');
    expect(doubtsTitle(12, 1, 'zh')).toBe('十二个数字和一个日期存疑');
    expect(doubtsTitle(0, 0, 'zh')).toBe('没有存疑的数字');
  });

  it('names any language, and a bad tag by itself', () => {
    expect(languageName('ja', 'en')).toBe('Japanese');
    expect(languageName('ja', 'zh')).toBe('日语');
    expect(languageName('no such tag', 'en')).toBe('no such tag');
  });
});
