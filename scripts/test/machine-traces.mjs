const TRACES = [
  /(?<![\w.])\/(?:home|Users)\/\w+\//,
  /(?<![\w.])\/(?:root|work)\//,
  /\b[A-Z]:\\Users\\\w+/,
  /\bregistry\.[a-z]+\.(?:org|com)\b/,
];

/**
 * The lines of a file that name a place on one machine or a package registry.
 * @param {string} file
 * @param {string} content
 * @returns {{ file: string, line: number, text: string }[]}
 */
export const findMachineTraces = (file, content) =>
  content
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text: text.trim().slice(0, 160) }))
    .filter(({ text }) => TRACES.some((trace) => trace.test(text)));
