/** Addresses from data, made safe to link to. */

const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'geo:']);

/** For `rel` of every link that leaves the atlas. */
export const outgoingRel = 'noopener noreferrer';

/**
 * The address if its scheme is http, https, mailto or geo (a position, RFC 5870), else null. Control characters and spaces go first,
 * since browsers skip them in a scheme ("java\nscript:").
 */
export function safeUrl(address: string | null | undefined): string | null {
  if (!address) return null;
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const bare = address.replaceAll(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  let url: URL;
  try {
    url = new URL(bare);
  } catch {
    return null;
  }
  return allowed.has(url.protocol) ? url.href : null;
}
