/** Words of sharing and of the atlas in other people's pages. */
import {words} from './words.ts';

export const shareWords = words(
  {
    list: 'List',
    open: 'Open',
    openWhole: 'Open this view in the whole atlas, in a new tab',
  },
  {
    list: '列表',
    open: '打开',
    openWhole: '在新标签页中打开完整图集的同一视图',
  },
);
