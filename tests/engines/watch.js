/** Runs before anything of the page and keeps what goes wrong in it. */
window.faults = [];
const note = (what) => window.faults.push(String(what));
addEventListener(
  'error',
  ({message, target}) => {
    // A hint only: Firefox refuses it for a file it already has.
    if (target?.rel !== 'modulepreload') note(message ?? `did not load: ${target?.outerHTML}`);
  },
  true,
);
addEventListener('unhandledrejection', ({reason}) => note(reason));
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => note(`policy: ${effectiveDirective} ${blockedURI}`));
const tell = console.error.bind(console);
console.error = (...words) => {
  note(words.map(String).join(' '));
  tell(...words);
};
