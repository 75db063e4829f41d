/** Browsers read the file some time after the click. */
const READ_MS = 60_000;

/** Hands a file to the visitor. @param {Uint8Array} bytes @param {string} name */
export function saveFile(bytes, name) {
  const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
