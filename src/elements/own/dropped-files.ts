/** What was dropped: files, and the data files of a folder. */

/** Endings of what can be opened; a folder may hold anything else beside. */
const taken = /\.(geojson|topojson|json|csv|tsv|txt)$/i;

const filesOf = (entry: FileSystemEntry): Promise<readonly File[]> => {
  if (isFile(entry)) return new Promise((resolve, reject) => entry.file((file) => resolve([file]), reject));
  if (!isFolder(entry)) return Promise.resolve([]);
  const reader = entry.createReader();
  // A reader hands over a hundred entries at a time, and none when it is done.
  const read = async (): Promise<readonly FileSystemEntry[]> => {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    return some.length === 0 ? [] : [...some, ...(await read())];
  };
  return read().then(async (entries) => (await Promise.all(entries.filter((one) => one.isFile && taken.test(one.name)).map(filesOf))).flat());
};
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** To be called while the event is handled: its items are gone afterwards. */
export function droppedFiles({dataTransfer}: DragEvent): Promise<readonly File[]> {
  const entries = [...(dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({isDirectory}) => isDirectory)) return Promise.resolve([...(dataTransfer?.files ?? [])]);
  return Promise.all(entries.map(filesOf)).then((all) => all.flat().toSorted((a, b) => a.name.localeCompare(b.name)));
}
