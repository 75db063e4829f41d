/** The dialog that lists the keyboard shortcuts, and turns those of a single key off. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import * as texts from "../texts/en/shell.js";
import * as words from "../texts/en/shell-keys.js";
import { areOn, nameOf, ShortcutsController, shortcuts, turn, withControl } from "../ui/keys.js";
import { Part } from "../ui/part.js";

class KeysDialog extends Part {
  constructor() {
    super();
    new ShortcutsController(this);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.settings.hide !== before.settings.hide;
  }

  render() {
    const isOn = areOn();
    const names = isOn ? shortcuts(this.state.settings.hide) : [];
    const rows = [
      ...names.map((name) => ({ name: nameOf(name), words: words.shortcuts[name] })),
      { name: withControl("Z"), words: texts.undo() },
      { name: withControl(texts.shift("Z")), words: texts.redo() },
      { name: texts.esc, words: texts.close },
    ];
    return html`
      <dialog id="keys-dialog" aria-labelledby="keys-title">
        <form method="dialog" class="stack">
          <h2 id="keys-title" class="title">${texts.keys}</h2>
          <label><input type="checkbox" data-testid="single-keys" .checked=${live(isOn)}
            @change=${() => turn(!isOn)} />${words.singleKeys}</label>
          <p class="small" role="status">${isOn ? "" : words.singleKeysOff}</p>
          <table>
            <tbody>${rows.map(row)}</tbody>
          </table>
          <p class="quiet">${words.keysInDrawing(withControl("Z"))}</p>
          <div class="row"><button class="primary" autofocus>${texts.close}</button></div>
        </form>
      </dialog>`;
  }
}

/** @param {{ name: string, words: string }} shortcut */
function row({ name, words }) {
  return html`<tr><th scope="row"><kbd>${name}</kbd></th><td>${words}</td></tr>`;
}

customElements.define("dh-keys-dialog", KeysDialog);
