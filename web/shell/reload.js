/** A worker that no longer answers must not keep the page from being reloaded. */
const PATIENCE_MS = 3000;

/**
 * Saves the network and reloads the page.
 * @param {import("../model/session.js").Session} session
 */
export async function reload(session) {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([session.save().catch(() => {}), patience]);
  location.reload();
}
