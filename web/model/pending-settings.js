/**
 * Settings that are on their way to the worker. The controls show them at once; what the reports
 * say of these keys is older and does not count until the worker has carried the change out.
 *
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 */

export class PendingSettings {
  /**
   * @type {Map<string, { value: any, count: number }>} by key; count: changes that have not arrived
   */
  #pending = new Map();
  /** The worker's settings as it told them last. @type {Partial<NetworkSettings>} */ known = {};

  /** @param {Partial<NetworkSettings>} changes */
  add(changes) {
    for (const [key, value] of Object.entries(changes)) {
      const count = (this.#pending.get(key)?.count ?? 0) + 1;
      this.#pending.set(key, { value, count });
    }
  }

  /** They have arrived, or were refused. @param {Partial<NetworkSettings>} changes */
  settle(changes) {
    for (const key of Object.keys(changes)) {
      const pending = this.#pending.get(key);
      if (pending && pending.count > 1) pending.count--;
      else this.#pending.delete(key);
    }
  }

  /**
   * Settings as the controls are to show them.
   * @template {object} T
   * @param {T} settings
   * @returns {T}
   */
  over(settings) {
    const pending = [...this.#pending].map(([key, { value }]) => [key, value]);
    return { ...settings, ...this.known, ...Object.fromEntries(pending) };
  }
}
