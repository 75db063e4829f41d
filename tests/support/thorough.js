/**
 * Whether tests have their turn now. Some files leave tests that take long to `make thorough`,
 * which runs these files once more, for them.
 * @param {boolean} isLeft  whether they are left to it
 */
export const isTheirTurn = (isLeft) => isLeft === (process.env.THOROUGH === "1");
