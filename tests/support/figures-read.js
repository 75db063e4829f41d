/** Which of a plan's figures are read: a figure that nobody reads is a number without a test. */

/**
 * The figures, and the paths of those that were not read through them so far.
 * @template {object} T @param {T} figures
 * @returns {{ figures: T, unread: () => string[] }}
 */
export function watched(figures) {
  const read = new Set();
  const wrap = (/** @type {any} */ part, path = "") =>
    new Proxy(part, {
      get(target, key) {
        const value = target[key];
        if (typeof key === "symbol" || !Object.hasOwn(target, key)) return value;
        const here = `${path}${key}`;
        if (value !== null && typeof value === "object") return wrap(value, `${here}.`);
        read.add(here);
        return value;
      },
    });
  return {
    figures: wrap(figures),
    unread: () => leaves(figures).filter((path) => !read.has(path)),
  };
}

/** @param {object} part @returns {string[]} */
function leaves(part) {
  return Object.entries(part).flatMap(([key, value]) =>
    value !== null && typeof value === "object"
      ? leaves(value).map((rest) => `${key}.${rest}`)
      : [key],
  );
}
