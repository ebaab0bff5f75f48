/** Words around the explanations of terms. */
import {words} from './words.ts';

export const glossaryWords = words(
  {
    open: (term: string) => `${term}: what is that?`,
    ours: 'A general term, in our words.',
    here: 'In Beijing',
    close: 'Close',
    about: 'New here? What this zone is',
  },
  {
    open: (term: string) => `${term}：名词解释`,
    ours: '通用概念，由本图集解释。',
    here: '在北京',
    close: '关闭',
    about: '初来乍到？了解自贸区',
  },
);
