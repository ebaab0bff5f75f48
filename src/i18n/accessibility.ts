/** The accessibility statement: what was tested, and what was not. Each sentence is a test of ours, or says that there is none. */
import {words} from './words.ts';

export const accessibilityWords = words(
  {
    title: 'Accessibility',
    aim: 'The aim is WCAG 2.2, level AA. Everything the map tells stands in the list, the cards and the text map too, and can be reached by keyboard.',
    tested:
      'Tested in Chromium at every change: the rules of axe on some thirty states of the page, from the first view to dialogs, briefings, a kiosk and what is shown when something fails, in English, light and wide and in Chinese, dark and 320 px wide, and contrast in the other colours; twenty errands in both languages by mouse, by keyboard alone, and by the roles and names alone that a screen reader is given; at most 25 tab stops through the first view, with over 300 places listed; sizes of targets on a phone; text at 200 %; system colours in the bar; no motion where none is wanted.',
    untested:
      'Not tested: with people who use screen readers, voice control or magnifiers; in Firefox and Safari; system colours beyond the bar; spacing of text set by the reader; the PDF files, which carry no tags for assistive technology. The web page holds everything that is in them.',
  },
  {
    title: '无障碍声明',
    aim: '目标是达到WCAG 2.2的AA级。地图所示的内容在列表、卡片和文字地图中同样可得，全部可用键盘操作。',
    tested:
      '每次改动都在Chromium中测试：用axe规则检查约三十种页面状态，从首页到各对话框、讲解、无人值守展示以及出错时的画面，分英文浅色宽屏与中文深色320像素两种，其余配色检查对比度；二十项任务，中英文各用鼠标、仅用键盘、仅凭读屏软件所得的角色与名称完成；列出三百多处地点时，首页按Tab键不超过25站；手机上的点按区域大小；文字放大到200%；顶栏在系统强制配色下的显示；要求减少动态时没有动画。',
    untested:
      '尚未测试：未请使用读屏软件、语音控制或放大镜的人士试用；未在Firefox和Safari中测试；顶栏以外的系统强制配色；读者自行设定的文字间距；PDF文件不带辅助技术所需的标记，其内容网页上都有。',
  },
);
