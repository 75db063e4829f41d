import { fetched } from "./fetched.js";

/**
 * Begins presentation mode, or ends it; rejects when it cannot be fetched.
 * @param {import("../model/session.js").Session} session
 */
export async function present(session) {
  (await fetched(import("./presentation/present.js"))).present(session);
}
