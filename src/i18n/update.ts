/** Words of the installed atlas. */
import {words} from './words.ts';

export const updateWords = words(
  {waiting: 'A new version of the atlas is ready.', take: 'Load it now', later: 'Later'},
  {waiting: '图集有新版本。', take: '立即载入', later: '稍后'},
);
