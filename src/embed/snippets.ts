/** What one pastes elsewhere: a link, a frame, the element, an oEmbed answer. Pure text, escaped. */
import {attributeParameters, attributeText} from '../state/properties.ts';
import {initialView, type View} from '../state/view.ts';
import {writeView} from '../state/url.ts';

/** `widthPx` null: as wide as there is room. */
export interface Size {
  readonly widthPx: number | null;
  readonly heightPx: number;
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The address of a view in the atlas's own page. `parent`: the origin of a page that may speak to the frame. */
export function addressOf(site: URL, view: View, parent: string | null = null): string {
  const query = writeView(view);
  return `${site.href.split(/[?#]/)[0]}${query}${parent === null ? '' : `${query === '' ? '?v=1' : ''}&parent=${encodeURIComponent(parent)}`}`;
}

export const frameSnippet = (address: string, {widthPx, heightPx}: Size, title: string): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${widthPx ?? '100%'}" height="${heightPx}" frameborder="0" loading="lazy" allow="fullscreen; clipboard-write; geolocation; screen-wake-lock"></iframe>`;

export function elementSnippet(site: URL, view: View, {widthPx, heightPx}: Size): string {
  const attributes = attributeParameters.flatMap((parameter) => {
    const text = attributeText(parameter, view);
    return text === null || text === attributeText(parameter, initialView) ? [] : [text === '' ? parameter.name : `${parameter.name}="${escapeHtml(text)}"`];
  });
  const size = `style="height: ${heightPx}px${widthPx === null ? '' : `; max-width: ${widthPx}px`}"`;
  return `<script type="module" src="${escapeHtml(new URL('embed/ftz-atlas.js', site).href)}"></script>\n<ftz-atlas ${[...attributes, size].join(' ')}></ftz-atlas>`;
}

/** An answer of the kind “rich”, https://oembed.com/ 2.3.4.4; it wants a width, so a fluid frame says its widest. */
export const oembed = (site: URL, address: string, size: Size, title: string): string =>
  JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      provider_name: title,
      provider_url: site.href.split(/[?#]/)[0],
      title,
      width: size.widthPx ?? 1280,
      height: size.heightPx,
      html: frameSnippet(address, size, title),
    },
    null,
    2,
  );
