/** The one file gives itself: what stands in the document, without what this visit has put there. */
export function offlinePage(): Promise<string> {
  // A copy in a document that runs nothing and defines no elements. Parsing the page's text anew would apply its style attributes, which its policy forbids.
  const page = document.implementation.createHTMLDocument('');
  const root = page.importNode(document.documentElement, true);
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  root.lang = 'en';
  for (const atlas of root.querySelectorAll('ftz-atlas')) for (const name of atlas.getAttributeNames()) if (name !== 'sync-url') atlas.removeAttribute(name);
  for (const child of root.querySelectorAll('body > :not(ftz-atlas, script)')) child.remove();
  return Promise.resolve(`<!doctype html>\n${root.outerHTML}`);
}
