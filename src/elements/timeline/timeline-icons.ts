/** Icons that only the timeline needs, kept out of the first load. */
import type {TemplateResult} from 'lit';
import download from 'lucide-static/icons/download.svg?raw';
import filePlus from 'lucide-static/icons/file-plus.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import stepBack from 'lucide-static/icons/step-back.svg?raw';
import stepForward from 'lucide-static/icons/step-forward.svg?raw';
import {drawn} from '../common/icons.ts';

const drawings = {download, filePlus, pause, play, stepBack, stepForward};

export const timelineIcon = (name: keyof typeof drawings): TemplateResult => drawn(drawings[name]);
