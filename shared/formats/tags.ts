/** Google's groups ("* Family") by their names alone; nothing for the one that holds everybody. */
export function tagOf(category: string): string {
  const tag = category.replace(/^\*\s+(?=\S)/, '');
  return /^my ?contacts$/i.test(tag) ? '' : tag;
}
