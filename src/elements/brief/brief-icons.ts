/** Line icons of the briefing's tools: they come with the tools, not with the first view. */
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import pointer from 'lucide-static/icons/mouse-pointer-2.svg?raw';
import presenter from 'lucide-static/icons/monitor-speaker.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import restart from 'lucide-static/icons/timer-reset.svg?raw';
import snowflake from 'lucide-static/icons/snowflake.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import type {TemplateResult} from 'lit';
import {drawn} from '../common/icons.ts';

const drawings = {arrowDown, arrowUp, copy, download, pause, play, pointer, presenter, refresh, restart, snowflake, trash, undo};

export type BriefIconName = keyof typeof drawings;
export const briefIcon = (name: BriefIconName): TemplateResult => drawn(drawings[name]);
