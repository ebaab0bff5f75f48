/** A kiosk's states: unattended it loops, touched it waits, left alone it asks and starts again. Pure: it is told of every second. */

export type Kiosk =
  /** Both languages, to choose from; without a choice the loop begins. */
  | {readonly is: 'welcome'; readonly left: number}
  | {readonly is: 'playing'}
  /** Somebody is at it. `left` = seconds without a touch until it asks. */
  | {readonly is: 'paused'; readonly left: number}
  /** "Are you still there?" `left` = seconds until it starts again. */
  | {readonly is: 'asking'; readonly left: number};

export type KioskEvent = 'second' | 'touch' | 'start' | 'stay' | 'end';

const welcomeSeconds = 15;
const idleSeconds = 60;
const askSeconds = 15;

export const welcome: Kiosk = {is: 'welcome', left: welcomeSeconds};
const paused: Kiosk = {is: 'paused', left: idleSeconds};

export function nextKiosk(now: Kiosk, event: KioskEvent): Kiosk {
  switch (event) {
    case 'start':
      return {is: 'playing'};
    case 'end':
      return now.is === 'playing' ? welcome : now;
    case 'stay':
      return paused;
    case 'touch':
      return now.is === 'welcome' ? welcome : now.is === 'asking' ? now : paused;
    case 'second':
      if (now.is === 'playing') return now;
      if (now.left > 1) return {...now, left: now.left - 1};
      return now.is === 'welcome' ? {is: 'playing'} : now.is === 'paused' ? {is: 'asking', left: askSeconds} : welcome;
    default:
      return event satisfies never;
  }
}
