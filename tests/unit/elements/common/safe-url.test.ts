import {describe, expect, it} from 'vitest';
import {safeUrl} from '../../../../src/elements/common/safe-url.ts';

describe('safeUrl', () => {
  it('keeps addresses of the web, of mail and of positions', () => {
    expect(safeUrl('https://example.org/a?b=1#c')).toBe('https://example.org/a?b=1#c');
    expect(safeUrl('http://example.org')).toBe('http://example.org/');
    expect(safeUrl('mailto:a@example.org')).toBe('mailto:a@example.org');
    expect(safeUrl('geo:40.09,116.29;u=600')).toBe('geo:40.09,116.29;u=600');
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\u200bscript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a/b',
    '/relative',
    'nonsense',
    '',
  ])('refuses %j', (address) => {
    expect(safeUrl(address)).toBeNull();
  });

  it('takes an address that is not there for none', () => {
    expect(safeUrl(null)).toBeNull();
    expect(safeUrl(undefined)).toBeNull();
  });
});
