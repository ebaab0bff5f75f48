/** Line icons of the editor: they come with it, not with the first view. */
import copy from 'lucide-static/icons/copy.svg?raw';
import locateFixed from 'lucide-static/icons/locate-fixed.svg?raw';
import pentagon from 'lucide-static/icons/pentagon.svg?raw';
import pin from 'lucide-static/icons/map-pin-plus.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import type {TemplateResult} from 'lit';
import {drawn} from '../common/icons.ts';

const drawings = {copy, locateFixed, pentagon, pin, redo, trash, undo};

export const editIcon = (name: keyof typeof drawings): TemplateResult => drawn(drawings[name]);
