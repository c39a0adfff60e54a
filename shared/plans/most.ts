/** Introductions of a plan at most, where nothing else was said. */
export const usualMost = 3;
