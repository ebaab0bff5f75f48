/** Which places serve whom. Pure. */
import type {Place} from '../model/types.ts';

const worksOn = (place: Place, industry: string): boolean => place.industries.some(({id}) => id === industry);

/** A station of intellectual property, or a service centre that is stated to work on it. */
export const isIpService = (place: Place): boolean => place.kind === 'station' || (place.kind === 'service-centre' && worksOn(place, 'ip'));
/** A service centre stated to serve talent and business: permits, recruitment, one-stop windows. */
export const isTalentService = (place: Place): boolean => place.kind === 'service-centre' && worksOn(place, 'pro');
export const isOperatingBondedZone = (place: Place): boolean => place.kind === 'bonded-zone' && place.status.some(({state}) => state === 'operating');
