/** The accessibility statement: what was tested, and what was not. Each sentence is a test of ours, or says that there is none. */
import {words} from './words.ts';

export const accessibilityWords = words(
  {
    title: 'Accessibility',
    aim: 'The aim is WCAG 2.2, level AA. Everything the map tells stands in the list, the cards and the text map too, and can be reached by keyboard.',
    tested:
      'Tested in Chromium at every change: the rules of axe on the map, cards, what is near, the timeline, the comparison, the briefings and the sources, in both languages, in light, dark and high-contrast colours, wide and on a phone; errands by keyboard alone and by the names alone that a screen reader is given. Looked at once, on 22 November 2026: every tool of the comparison, 320 px, forced colours in the style sheets only.',
    untested:
      'Not tested: text at 200 %, fewer tab stops than 25; with people who use screen readers, voice control or magnifiers; in Firefox and Safari; the PDF files, which carry no tags for assistive technology. The web page holds everything that is in them.',
  },
  {
    title: '无障碍声明',
    aim: '目标是达到WCAG 2.2的AA级。地图所示的内容在列表、卡片和文字地图中同样可得，全部可用键盘操作。',
    tested:
      '每次改动都在Chromium中测试：用axe规则检查地图、卡片、附近、时间线、比较、讲解和来源各页，涵盖中英文，浅色、深色、高对比度配色，以及宽屏和手机；仅用键盘、以及仅凭读屏软件所得的名称完成各项任务。2026年11月22日另行检查过一次：比较页的各个工具、320像素宽；系统强制配色只检查了样式表。',
    untested:
      '尚未测试：文字放大到200%；跳转次数是否少于25次；未请使用读屏软件、语音控制或放大镜的人士试用；未在Firefox和Safari中测试；PDF文件不带辅助技术所需的标记，其内容网页上都有。',
  },
);
