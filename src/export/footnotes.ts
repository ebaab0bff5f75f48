/** Sources numbered in the order they are first cited, as a printed page needs them. */
import type {Citation} from '../model/types.ts';

export class Footnotes {
  readonly #numbers = new Map<string, number>();

  /** The marks of a value: "[3 ¶6, 7]". Empty without a source. */
  mark(citations: readonly Citation[]): string {
    const spots = new Map<number, string[]>();
    for (const {source, locator} of citations) {
      const number = this.#numberOf(source);
      const known = spots.get(number) ?? [];
      if (locator !== '' && !known.includes(locator)) known.push(locator);
      spots.set(number, known);
    }
    const marks = [...spots].map(([number, locators]) => [number, ...locators].join(' '));
    return marks.length > 0 ? `[${marks.join(', ')}]` : '';
  }

  /** The ids of the sources cited so far, in the order of their numbers. */
  get ids(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  #numberOf(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }
}
