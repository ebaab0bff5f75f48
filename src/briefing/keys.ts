/** What the keys of a clicker mean while a briefing runs. Pure. */

export type Command = 'next' | 'back' | 'first' | 'last' | 'black' | 'full' | 'presenter' | 'leave';

const commands: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Enter: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  f: 'full',
  n: 'presenter',
  Escape: 'leave',
};
/** A briefing has at most 999 steps. */
const mostDigits = 3;

/** What a key does: a command, a step to go to, more digits, or nothing. `digits` = those typed so far, after it. */
export type Pressed =
  | {readonly is: 'command'; readonly command: Command; readonly digits: ''}
  | {readonly is: 'step'; readonly step: number; readonly digits: ''}
  | {readonly is: 'digits'; readonly digits: string}
  | {readonly is: 'nothing'; readonly digits: string};

/** Digits gather until Enter goes to the step they name; any other command drops them, and Escape does no more than that. */
export function press(key: string, digits: string): Pressed {
  if (/^\d$/.test(key)) return {is: 'digits', digits: (digits + key).slice(-mostDigits)};
  const command = commands[key.length === 1 ? key.toLowerCase() : key];
  if (command === undefined) return {is: 'nothing', digits};
  if (digits !== '' && key === 'Enter') return {is: 'step', step: Number(digits), digits: ''};
  if (digits !== '' && command === 'leave') return {is: 'digits', digits: ''};
  return {is: 'command', command, digits: ''};
}
