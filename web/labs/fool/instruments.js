/** The questions of “Fool it”. */

/** How many parameters a piece may have to go through at once. */
const WORK = 4e6;

/** @type {import("../../worker/instruments.js").Instruments} */
export default {
  /** A picture changed by as much as epsilon allows, by the attack and at random. */
  foolPicture: ({ net }, /** @type {Float32Array} */ pixels, options) => {
    const { method, epsilon, label, target, seed } = options;
    const read = (/** @type {Float32Array} */ picture) => ({
      pixels: picture,
      outputs: net.predict(picture),
    });
    return {
      before: read(pixels),
      attacked: read(net.attack(pixels, { method, epsilon, label, target, seed })),
      random: read(net.attack(pixels, { method: "random", epsilon, label, seed })),
    };
  },

  /**
   * How many of the digits kept back are read rightly, for each epsilon, with `count` of them from the `from`th on:
   * under attack and with as much random change.
   */
  foolCurve: async ({ net, supply, breath }, { epsilons, method, from, count, seed }) => {
    const data = supply.of("test");
    const many = Math.max(0, Math.min(count, data.count - from));
    const copy = net.clone();
    /** @type {(how: string, epsilon: number) => Promise<number>} */
    const right = async (how, epsilon) => {
      const piece = Math.max(1, Math.floor(WORK / (net.parameterCount * (how === "pgd" ? 40 : 1))));
      let sum = 0;
      for (let at = 0; at < many; at += piece) {
        const part = { from: from + at, count: Math.min(piece, many - at) };
        const options = { method: /** @type {any} */ (how), epsilon, seed, ...part };
        sum += Math.round(copy.robustness(data, options).accuracy * part.count);
        await breath();
      }
      return sum;
    };
    const attacked = [];
    const random = [];
    try {
      for (const epsilon of epsilons) {
        attacked.push(await right(method, epsilon));
        random.push(await right("random", epsilon));
      }
    } finally {
      copy.free();
    }
    return { count: many, attacked, random };
  },

  /** What the network dreams of, digit by digit: pictures, and how sure it is of each. */
  foolDreams: async ({ net, breath }, { steps, seed }) => {
    const copy = net.clone();
    const dreams = [];
    try {
      for (let digit = 0; digit < 10; digit++) {
        const pixels = copy.dream(digit, { steps, seed });
        dreams.push({ pixels, confidence: copy.predict(pixels)[digit] });
        await breath();
      }
    } finally {
      copy.free();
    }
    return dreams;
  },
};
