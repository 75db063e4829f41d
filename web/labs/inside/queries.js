/** What the Inside lab asks in the worker. */

/** @typedef {import("../../worker/queries.js").QueryContext} QueryContext */

export const insideQueries = {
  /**
   * An activation function of each value, as the engine computes it.
   * @param {QueryContext} context
   * @param {import("../../../wasm/tables.js").Activation} name
   * @param {Float32Array} values
   */
  activated: ({ engine }, name, values) => engine.activate(name, values),
};
