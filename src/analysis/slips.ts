/** Spelling with slips. Pure. */

/**
 * The beginning of a text that is nearest to some letters, by optimal string alignment (a letter wrong, missing, added, or two swapped
 * is one slip each); null when more than `most` are needed.
 */
export function nearestBeginning(letters: string, text: string, most: number): {readonly slips: number; readonly length: number} | null {
  // One slip leaves one of the first two letters in its place, or moves it by one.
  if (most === 1 && letters[0] !== text[0] && letters[1] !== text[1] && letters[0] !== text[1] && letters[1] !== text[0]) return null;
  const width = Math.min(text.length, letters.length + most);
  let twoUp: number[] = [];
  let up = Array.from({length: width + 1}, (_, column) => column);
  for (let row = 1; row <= letters.length; row++) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const isSame = letters[row - 1] === text[column - 1];
      let slips = Math.min((up[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, (up[column - 1] ?? 0) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && letters[row - 1] === text[column - 2] && letters[row - 2] === text[column - 1])
        slips = Math.min(slips, (twoUp[column - 2] ?? 0) + 1);
      here.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return null;
    twoUp = up;
    up = here;
  }
  const slips = Math.min(...up);
  return slips > most ? null : {slips, length: up.lastIndexOf(slips)};
}
