/**
 * `<select ${selectValue(value)}>`: the option of that value is the selected one after every
 * render, whatever was picked in between. A binding of `.value` comes too early for that, before
 * the options are there, and `?selected` does nothing to an option once a person has picked
 * another.
 */
import { noChange } from "lit";
import { Directive, directive } from "lit/directive.js";

class SelectValue extends Directive {
  /** @param {string} _value */
  render(_value) {
    return noChange;
  }

  /** @param {import("lit").ElementPart} part @param {[string]} values */
  update(part, [value]) {
    const select = /** @type {HTMLSelectElement} */ (part.element);
    // The options are rendered after this part, in the same task.
    queueMicrotask(() => {
      if (select.value !== value) select.value = value;
    });
    return noChange;
  }
}

export const selectValue = directive(SelectValue);
