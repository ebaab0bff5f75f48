/** What would have to change for one subject to pass another in the ranking. Pure. */
import {criteria, scales, weightsOf, type Criterion, type Measure, type Measured, type Weights} from './rank.ts';

/** One change that would be enough by itself. */
export type Change =
  /** The weight would have to be `to` or more (or less); whole numbers, 0 to 100. */
  | {readonly is: 'weight'; readonly criterion: Criterion; readonly direction: 'more' | 'less'; readonly to: number}
  /** The lower one's value would have to pass `to`, in the criterion's unit; of what is counted, `to` is the least number that is enough. */
  | {readonly is: 'value'; readonly criterion: Criterion; readonly direction: 'more' | 'less'; readonly to: number};

/** Scores nearer than this are the same: sums of products differ in their last bits. */
const equal = 1e-9;

const shareOf = (measured: Measured, criterion: Criterion): number => {
  const one = measured.measures[criterion];
  return one.is === 'known' ? one.value.share : 0;
};

const isCounted = (criterion: Criterion): boolean => ['statements', 'policies'].includes(scales[criterion].unit);

/**
 * The value at which the lower one is level, null where none makes it so. `rest` is the lead by all else, over the criterion's weight.
 * Where the largest value gets all, a lower one that becomes the largest also shrinks the share of the upper one.
 */
function levelValue(criterion: Criterion, upper: Measure, lower: Measure, rest: number): number | null {
  const share = upper.share + rest;
  const {nothingAt} = scales[criterion];
  if (nothingAt !== null) return share < 1 - equal ? nothingAt * (1 - share) : null;
  const largest = upper.share > 0 ? upper.value / upper.share : lower.value / lower.share;
  if (share <= 1 + equal) return largest * share;
  return rest < 1 - equal ? upper.value / (1 - rest) : null;
}

/**
 * The single changes by which `lower` would pass `upper`, both scored; empty where none is enough.
 * With D the lead in weighted shares and d the lead in one criterion's share, a weight must change by D/d, a share by D/weight.
 */
export function changesToPass(upper: Measured, lower: Measured, chosen: Weights): readonly Change[] {
  const weights = weightsOf(chosen);
  const leads = (criterion: Criterion): number => shareOf(upper, criterion) - shareOf(lower, criterion);
  const lead = criteria.reduce((sum, criterion) => sum + weights[criterion] * leads(criterion), 0);
  const isKnownOfBoth = (criterion: Criterion): boolean => upper.measures[criterion].is === 'known' && lower.measures[criterion].is === 'known';
  return criteria.filter(isKnownOfBoth).flatMap((criterion): Change[] => {
    const found: Change[] = [];
    const weight = weights[criterion];
    const own = leads(criterion);
    if (Math.abs(own) > equal) {
      const even = weight - lead / own;
      // At the even weight both are level and the order stays; past it the other leads.
      const to = own < 0 ? Math.floor(even + equal) + 1 : Math.ceil(even - equal) - 1;
      if (to >= 0 && to <= 100 && to !== weight) found.push({is: 'weight', criterion, direction: own < 0 ? 'more' : 'less', to});
    }
    if (weight > 0) {
      const [above, below] = [upper.measures[criterion], lower.measures[criterion]];
      const level = above.is === 'known' && below.is === 'known' ? levelValue(criterion, above.value, below.value, lead / weight - own) : null;
      if (level !== null) {
        const to = isCounted(criterion) ? Math.floor(level + equal) + 1 : level;
        found.push({is: 'value', criterion, direction: scales[criterion].nothingAt === null ? 'more' : 'less', to});
      }
    }
    return found;
  });
}
