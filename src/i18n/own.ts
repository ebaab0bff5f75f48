/** The few words of one's own data that the first view has; the others come with the dialog. */
import {words} from './words.ts';

export const ownWords = words(
  {
    open: 'Open your data',
    edit: 'Edit',
    remove: 'Put it away',
    count: (count: string) => (count === '1' ? '1 record of yours' : `${count} records of yours`),
  },
  {
    open: '打开你的数据',
    edit: '编辑',
    remove: '移除',
    count: (count: string) => `你的 ${count} 条记录`,
  },
);
