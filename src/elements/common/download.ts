/** Hands a file to the user by the browser's own download. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the bytes by the next task in every engine; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
