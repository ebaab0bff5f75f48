/** The accessibility statement: what was tested, and what was not. Each sentence is a test of ours, or says that there is none. */
import {words} from './words.ts';

export const accessibilityWords = words(
  {
    title: 'Accessibility',
    aim: 'The aim is WCAG 2.2, level AA. Everything the map tells stands in the list, the cards and the text map too, and can be reached by keyboard.',
    tested:
      'Tested in Chromium at every change: the rules of axe on some thirty states of the page, from the first view to dialogs, briefings, a kiosk and what is shown when something fails, in English, light and wide and in Chinese, dark and 320 px wide, and contrast in the other colours; the palette, for contrast and for eyes that lack one kind of cone; twenty errands in both languages by mouse, by keyboard alone, and by the roles and names alone that a screen reader is given; what ten states tell in the accessibility tree, and that words of another language are marked as such; at most 25 tab stops through the first view, with over 300 places listed; a visible ring at each stop, and nothing lying over it; on a phone, targets of 44 px in some fifteen views, and scrolling with one finger; zoom to 200 %, and the spacing of text that WCAG 1.4.12 names; system colours in bar, card, legend, timeline and the phone’s sheet; no motion where none is wanted; no announcement while the map is moved; Tab into a frame in somebody’s page and out of it; the printed page. In Firefox and WebKitGTK, where they are installed: list, search, card, both languages, the tools, and a second visit without a network.',
    untested:
      'Not tested: with people who use screen readers, voice control or magnifiers; in Safari, and in Firefox beyond that; on real phones; system colours elsewhere, which were only looked at. Known: the steps at the foot of a briefing are 24 px high, where Back and Next do the same; the PDF files carry no tags for assistive technology. The web page holds everything that is in them.',
  },
  {
    title: '无障碍声明',
    aim: '目标是达到WCAG 2.2的AA级。地图所示的内容在列表、卡片和文字地图中同样可得，全部可用键盘操作。',
    tested:
      '每次改动都在Chromium中测试：用axe规则检查约三十种页面状态，从首页到各对话框、讲解、无人值守展示以及出错时的画面，分英文浅色宽屏与中文深色320像素两种，其余配色检查对比度；配色本身的对比度，以及缺少某一类视锥细胞的眼睛能否分辨；二十项任务，中英文各用鼠标、仅用键盘、仅凭读屏软件所得的角色与名称完成；十种状态在无障碍树中的内容，外文词句是否标明语言；列出三百多处地点时，首页按Tab键不超过25站；每站都有可见的焦点框，且不被遮住；手机上约十五种画面的点按区域不小于44像素，单指可以滚动；放大到200%，以及WCAG 1.4.12所列的文字间距；顶栏、卡片、图例、时间线和手机抽屉在系统强制配色下的显示；要求减少动态时没有动画；移动地图时不播报；在别人网页的框架里，Tab键可进可出；打印的页面。装有Firefox和WebKitGTK的机器上还测试：列表、搜索、卡片、两种语言、各工具，以及断网后的再次打开。',
    untested:
      '尚未测试：未请使用读屏软件、语音控制或放大镜的人士试用；未在Safari和真实手机上测试，Firefox只测过上述各项；其余部分的系统强制配色只看过画面。已知不足：讲解底部的步骤条高24像素，“上一步”“下一步”可代替；PDF文件不带辅助技术所需的标记，其内容网页上都有。',
  },
);
