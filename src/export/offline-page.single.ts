/** The one file gives itself: what stands in the document, without what this visit has put there. */
export function offlinePage(): Promise<string> {
  const page = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
  const root = page.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  root.lang = 'en';
  for (const atlas of page.querySelectorAll('ftz-atlas')) for (const name of atlas.getAttributeNames()) if (name !== 'sync-url') atlas.removeAttribute(name);
  for (const child of page.querySelectorAll('body > :not(ftz-atlas, script)')) child.remove();
  return Promise.resolve(`<!doctype html>\n${root.outerHTML}`);
}
