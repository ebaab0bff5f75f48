/** Words of the zone as it stood at a date: on player, list and card. */
import type {StandingAt} from '../analysis/as-of.ts';
import {words} from './words.ts';

/** How far something had come by then. */
export const standingAtNames = words<Record<StandingAt, string>>(
  {
    'not-yet': 'not there yet',
    unknown: 'no date on record',
    planned: 'planned',
    approved: 'approved',
    'pre-accepted': 'pre-accepted',
    accepted: 'accepted',
    operating: 'in operation',
  },
  {
    'not-yet': '尚未设立',
    unknown: '无日期记载',
    planned: '规划中',
    approved: '已获批',
    'pre-accepted': '已预验收',
    accepted: '已通过验收',
    operating: '运营中',
  },
);

export const asOfWords = words(
  {
    asOf: (date: string) => `As of ${date}`,
    stood: (date: string, standing: string) => `as of ${date}: ${standing}`,
    label: 'The zone as of a date',
    choose: 'As of a date',
    today: 'Back to today',
    now: 'Today',
    play: 'Play',
    pause: 'Pause',
    earlier: (date: string) => `Event before: ${date}`,
    later: (date: string) => `Next event: ${date}`,
    none: 'No event on that side',
    speed: 'Speed',
    more: (label: string, count: number) => (count === 0 ? label : `${label}, and ${count} more`),
    key: 'Ghost: not approved yet. Half: no date on record. Solid: in operation.',
    paused: (date: string) => `Paused at ${date}`,
  },
  {
    asOf: (date: string) => `截至${date}`,
    stood: (date: string, standing: string) => `截至${date}：${standing}`,
    label: '某一时点的自贸区',
    choose: '看某一时点',
    today: '回到今天',
    now: '今天',
    play: '播放',
    pause: '暂停',
    earlier: (date: string) => `上一件：${date}`,
    later: (date: string) => `下一件：${date}`,
    none: '这一侧没有事件',
    speed: '速度',
    more: (label: string, count: number) => (count === 0 ? label : `${label}，另${count}件`),
    key: '虚影：尚未获批；半透明：无日期记载；实：运营中。',
    paused: (date: string) => `停在${date}`,
  },
);
