/** The dialog that lists the keyboard shortcuts. */
import { html } from "lit";
import { Part } from "../ui/part.js";
import { shortcuts, withControl } from "./keyboard.js";

class KeysDialog extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.settings.hide !== before.settings.hide;
  }

  render() {
    const rows = [
      ...shortcuts(this.state.settings.hide),
      { name: withControl("Z"), words: "Undo" },
      { name: withControl("Shift+Z"), words: "Redo" },
      { name: "Esc", words: "Close" },
    ];
    return html`
      <dialog id="keys-dialog" aria-labelledby="keys-title">
        <form method="dialog" class="stack">
          <h2 id="keys-title" class="title">Keys</h2>
          <table>
            <tbody>${rows.map(row)}</tbody>
          </table>
          <p class="quiet">
            In the drawing, the arrow keys move a pen of one cell; Space puts it down and lifts it,
            and ${withControl("Z")} undoes a stroke.
          </p>
          <div class="row"><button class="primary" autofocus>Close</button></div>
        </form>
      </dialog>`;
  }
}

/** @param {{ name: string, words: string }} shortcut */
function row({ name, words }) {
  return html`<tr><th scope="row"><kbd>${name}</kbd></th><td>${words}</td></tr>`;
}

customElements.define("dh-keys-dialog", KeysDialog);
