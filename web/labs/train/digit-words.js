/** Digits with their article and in the plural, as they stand in sentences. */

/** "an 8", "a 7" @param {number} digit */
export const aDigit = (digit) => `${digit === 8 ? "an" : "a"} ${digit}`;
