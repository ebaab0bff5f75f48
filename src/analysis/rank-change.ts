/** What would have to change for one subject to pass another in the ranking. Pure. */
import {criteria, scales, weightsOf, type Criterion, type Measured, type Weights} from './rank.ts';

/** One change that would be enough by itself. */
export type Change =
  /** The weight would have to be `to` or more (or less); whole numbers, 0 to 100. */
  | {readonly is: 'weight'; readonly criterion: Criterion; readonly direction: 'more' | 'less'; readonly to: number}
  /** The lower one's value would have to pass `to`, in the criterion's unit. */
  | {readonly is: 'value'; readonly criterion: Criterion; readonly direction: 'more' | 'less'; readonly to: number};

/** Scores nearer than this are the same: sums of products differ in their last bits. */
const equal = 1e-9;

const shareOf = (measured: Measured, criterion: Criterion): number => {
  const one = measured.measures[criterion];
  return one.is === 'known' ? one.value.share : 0;
};

/** The value that a share stands for; the largest value among the subjects is found by any that has a share. */
function valueOf(share: number, criterion: Criterion, others: readonly Measured[]): number | null {
  const {nothingAt} = scales[criterion];
  if (nothingAt !== null) return nothingAt * (1 - share);
  for (const {measures} of others) {
    const one = measures[criterion];
    if (one.is === 'known' && one.value.share > 0) return (share * one.value.value) / one.value.share;
  }
  return null;
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
      const share = shareOf(lower, criterion) + Math.max(0, lead) / weight;
      const to = share < 1 - equal ? valueOf(share, criterion, [upper, lower]) : null;
      if (to !== null) found.push({is: 'value', criterion, direction: scales[criterion].nothingAt === null ? 'more' : 'less', to});
    }
    return found;
  });
}
