/** The text of the one file, from beside the atlas's own page. `link` opens that page. */
export async function offlinePage(link: string): Promise<string> {
  const response = await fetch(new URL('ftz-atlas-offline.html', link));
  if (!response.ok) throw new Error(`ftz-atlas-offline.html: HTTP ${response.status}`);
  return response.text();
}
