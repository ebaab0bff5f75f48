/** Why a file could not be made, where the error itself would speak of modules. */
import {words} from './words.ts';

export const reasonWords = words(
  {notArrived: 'the part of the atlas that makes it did not arrive. Check the network, then try again.'},
  {notArrived: '所需的部分未能载入，请检查网络后重试。'},
);
