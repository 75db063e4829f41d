/** The networks that come with the page. */

const FILES = {
  lesson: new URL("../models/lesson.safetensors", import.meta.url),
  best: new URL("../models/best.safetensors", import.meta.url),
};

/** @typedef {keyof typeof FILES} ModelName */

/**
 * A committed network's file. Throws when it is not there; a host's friendly "not found" page is no model either.
 * @param {ModelName} name @returns {Promise<Uint8Array>}
 */
export async function fetchModel(name) {
  const response = await fetch(FILES[name]);
  if (!response.ok || response.headers.get("content-type")?.startsWith("text/html")) {
    throw new Error(`the host says ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * What a model file's note says: "name; how it was made; how good it is", any part of which may be missing. Words
 * only, to be shown as text.
 * @param {string} note
 */
export function readNote(note) {
  const [name = "", ...rest] = note
    .slice(0, 400)
    .split(/[;\n]/)
    .map((part) => part.trim());
  return { name, note: rest.filter(Boolean).join(", ") };
}
