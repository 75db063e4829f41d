/**
 * The report on the digits before there are any.
 * @type {Readonly<import("../worker/protocol.js").DataReport>}
 */
export const NO_DATA = Object.freeze({
  kind: "none",
  name: "",
  checksum: "",
  generation: 0,
  train: 0,
  trainTotal: 0,
  test: 0,
  drawings: 0,
  testComplete: false,
  complete: false,
  trouble: "",
  remedy: "",
});
