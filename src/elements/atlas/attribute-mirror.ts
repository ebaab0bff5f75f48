/** Attributes say what the view says, as they do where the host set them. */
import {attributeParameters, attributeText} from '../../state/properties.ts';
import {initialView, type View} from '../../state/view.ts';

export class AttributeMirror {
  readonly #element: HTMLElement;
  #shown: View = initialView;
  #isWriting = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Whether a change of an attribute is ours, so that the view need not follow. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Only what changed is written, so that a value not understood stays as it stands. */
  show(view: View): void {
    const was = this.#shown;
    if (view === was) return;
    this.#shown = view;
    this.#isWriting = true;
    for (const parameter of attributeParameters) {
      const text = attributeText(parameter, view);
      if (text === attributeText(parameter, was)) continue;
      if (text === null) this.#element.removeAttribute(parameter.name);
      else if (this.#element.getAttribute(parameter.name) !== text) this.#element.setAttribute(parameter.name, text);
    }
    this.#isWriting = false;
  }
}
