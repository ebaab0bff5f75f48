/** A pure function that keeps its last result: the same arguments (by identity) give the same object, at no cost. */
export function memoised<Args extends readonly unknown[], Result>(make: (...args: Args) => Result): (...args: Args) => Result {
  let last: {readonly args: Args; readonly result: Result} | null = null;
  return (...args) => {
    if (last?.args.length === args.length && last.args.every((arg, index) => Object.is(arg, args[index]))) return last.result;
    last = {args, result: make(...args)};
    return last.result;
  };
}
