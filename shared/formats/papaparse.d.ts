/**
 * The little of papaparse that is used here. Its published types pull in those of Node, which have no place in
 * a folder that also runs in a page.
 */
declare module 'papaparse' {
  interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly { readonly type: string; readonly code: string }[];
  }
  const Papa: {
    parse(text: string, config: { delimiter: string; newline: '\n' }): ParseResult;
    unparse(
      rows: readonly (readonly string[])[],
      config: { newline: '\r\n'; escapeFormulae?: RegExp | boolean },
    ): string;
  };
  export default Papa;
}
