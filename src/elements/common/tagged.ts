/** Words of another language within a text say which one they are in: a screen reader then changes its voice. */
import {html, type TemplateResult} from 'lit';
import type {Language} from '../../model/types.ts';

const runs = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** "Title as recorded in French: …", as notes of sources have it. */
const recorded = /^(?<before>.*(?<told>Japanese|French|German|日文|法文|德文)[^:：]*[:：]\s*)(?<title>.+)$/u;
const tags: Readonly<Record<string, string>> = {Japanese: 'ja', 日文: 'ja', French: 'fr', 法文: 'fr', German: 'de', 德文: 'de'};

export function tagged(text: string, lang: Language): readonly (string | TemplateResult)[] {
  const title = recorded.exec(text)?.groups;
  if (title) return [title['before'] ?? '', html`<span lang=${tags[title['told'] ?? ''] ?? ''}>${title['title']}</span>`];
  return text.split(runs).map((run, index) => {
    if (index % 2 === 0) return run;
    if (kana.test(run)) return html`<span lang="ja">${run}</span>`;
    return lang === 'zh' ? run : html`<span lang="zh-CN">${run}</span>`;
  });
}
