/** A file's text as a string, put in by the bundler. */
declare module '*?raw' {
  const text: string;
  export default text;
}
