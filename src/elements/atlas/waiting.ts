/** What stands in place of the atlas while there are no facts: that they are on their way, or why they can't be had. */
import {html, type TemplateResult} from 'lit';
import {shellWords} from '../../i18n/shell.ts';
import type {Language} from '../../model/types.ts';
import type {DataError} from '../data/data-error.ts';

const mostProblems = 5;

export function renderWaiting(lang: Language, failure: DataError | null, retry: () => void): TemplateResult {
  const say = shellWords[lang];
  if (!failure) return html`<p class="message" role="status">${say.loading}</p>`;
  const {file, message, problems} = failure;
  return html`
    <div class="message" role="alert">
      <h2 class="serif">${say.failed}</h2>
      <p>${file ? say.fileFault(file) : message}</p>
      ${
        problems.length > 0
          ? html`<p>${say.problems(problems.length)}</p>
              <ul>
                ${problems.slice(0, mostProblems).map((problem) => html`<li><code>${problem.path}</code> ${problem.message}</li>`)}
              </ul>`
          : html`<p>${say.failedHow}</p>`
      }
      <p><button class="button primary" @click=${retry}>${say.retry}</button></p>
    </div>
  `;
}
