/** The accessibility statement: what was tested, and what was not. Each sentence is a test of ours, or says that there is none. */
import {words} from './words.ts';

export const accessibilityWords = words(
  {
    title: 'Accessibility',
    aim: 'The aim is WCAG 2.2, level AA. Everything the map tells stands in the list, the cards and the text map too, and can be reached by keyboard.',
    tested:
      'Tested in Chromium at every change: the rules of axe on every tool, in both languages and in light, dark and high-contrast colours; no sideways scrolling at 320 px or at 200 % zoom; the whole page by keyboard; forced colours; reduced motion; errands by mouse, by keyboard and by the names alone that a screen reader is given.',
    untested:
      'Not tested: with people who use screen readers, voice control or magnifiers; in Firefox and Safari; the PDF files, which carry no tags for assistive technology. The web page holds everything that is in them.',
  },
  {
    title: '无障碍声明',
    aim: '目标是达到WCAG 2.2的AA级。地图所示的内容在列表、卡片和文字地图中同样可得，全部可用键盘操作。',
    tested:
      '每次改动都在Chromium中测试：用axe规则检查每个工具，涵盖中英文以及浅色、深色、高对比度配色；320像素宽和放大到200%时均不出现横向滚动；全页键盘操作；系统强制配色；减少动态效果；分别用鼠标、键盘以及仅凭读屏软件所得的名称完成各项任务。',
    untested: '尚未测试：未请使用读屏软件、语音控制或放大镜的人士试用；未在Firefox和Safari中测试；PDF文件不带辅助技术所需的标记，其内容网页上都有。',
  },
);
