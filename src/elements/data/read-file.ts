/** The text of a file of a data folder; throws if it can't be had. */
export async function readFile(url: URL): Promise<string> {
  const response = await fetch(url, {credentials: 'same-origin'});
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
