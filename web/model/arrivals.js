/** Waiting for reports: a command is done for the page when the report with its outcome is in. */

export class Arrivals {
  /** @type {Set<{ revision: number, resolve: () => void }>} */ #waiting = new Set();

  /**
   * Resolves when a report of that revision or a later one is in.
   * @param {number} revision
   * @param {number} newest that is in
   * @returns {Promise<void>}
   */
  of(revision, newest) {
    if (newest >= revision) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.add({ revision, resolve }));
  }

  /** @param {number} newest  revision that is in */
  arrived(newest) {
    for (const each of this.#waiting) {
      if (each.revision > newest) continue;
      this.#waiting.delete(each);
      each.resolve();
    }
  }
}
