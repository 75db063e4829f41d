/** The list of all labs. */

export const title = "The labs, in the order of the video";
