/** Writing Markdown and its front matter: what people wrote is shown as they wrote it, and is never markup. */

/** Text in a line or in lines. What any program of notes takes for markup has a backslash before it. */
export function markdownText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\`*_{}[\]<>#|~^$=%&!]/gu, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/gmu, (_, blank: string, mark: string) => {
      return `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`;
    });
}

/** Text in one line. */
export function markdownLine(text: string): string {
  return markdownText(text.replace(/\s+/gu, ' ').trim());
}

/** Text of several lines in an item of a list: its lines stay in it. */
export function markdownItem(text: string): string {
  return markdownText(text.trim()).replace(/\n+/gu, '  \n  ');
}

/** A link to another note; what would end it has no place in it. */
export function noteLink(file: string, shown: string): string {
  const words = shown
    .replace(/[[\]|\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return words === '' || words === file ? `[[${file}]]` : `[[${file}|${words}]]`;
}

export type MatterValue = string | boolean | readonly string[] | undefined;

/** Front matter in YAML, whose strings stand as in JSON, so that none of them is anything else. */
export function frontMatter(values: Readonly<Record<string, MatterValue>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [`${key}: ${yaml(value)}`];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The signs that JSON leaves as they are and YAML does not take, or takes for the end of a line. */
function yaml(value: Exclude<MatterValue, undefined>): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A tag as programs of notes take it: no blanks, no signs. */
export function noteTag(tag: string): string {
  const plain = tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/gu, '');
  return /^\d+$/u.test(plain) ? `t-${plain}` : plain;
}
