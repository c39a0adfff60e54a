/**
 * What a text is found by. Scripts that put blanks between words are cut into words; Chinese, Japanese, Korean and
 * the others that do not are cut into single characters and pairs of neighbours, so that any part of a name finds it.
 *
 *   "Tan Wei-Ling"  tan wei ling weiling        "王小明"  王 小 明 王小 小明
 */
import { fold } from './fold';

const unspacedScripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';
const runs = new RegExp(`[${unspacedScripts}]+|(?:(?![${unspacedScripts}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const unspaced = new RegExp(`^[${unspacedScripts}]`, 'u');
/** Two words that are also written as one: O’Brien, Wei-Ling. */
const joint = /([\p{L}\p{M}]+)['’ʼ-]([\p{L}\p{M}]+)/gu;

/** Text of which most is made; it needs no folding and no scripts. */
const plain = /^[\0-\x7f]*$/;

function plainTerms(text: string): string[] {
  const terms = text.split(/[^a-z0-9]+/).filter((term) => term !== '');
  if (!/['-]/.test(text)) return terms;
  for (const [, left = '', right = ''] of text.matchAll(/([a-z]+)['-]([a-z]+)/g)) terms.push(left + right);
  return terms;
}

/** True for a term of a script without blanks: it is looked for as it is, never as the beginning of another. */
export function isUnspaced(term: string): boolean {
  return unspaced.test(term);
}

/** Every term under which a text is kept. */
export function textTerms(text: string): string[] {
  if (plain.test(text)) return plainTerms(text.toLowerCase());
  const folded = fold(text);
  const terms: string[] = [];
  for (const [run] of folded.matchAll(runs)) {
    if (!isUnspaced(run)) terms.push(run);
    else terms.push(...Array.from(run), ...pairs(run));
  }
  for (const [, left = '', right = ''] of folded.matchAll(joint)) terms.push(left + right);
  return terms;
}

/** The terms that a person looks for; a run of a script without blanks is looked for by its pairs. */
export function queryTerms(query: string): string[] {
  const terms: string[] = [];
  for (const [run] of fold(query).matchAll(runs)) {
    if (!isUnspaced(run)) terms.push(run);
    else if (Array.from(run).length === 1) terms.push(run);
    else terms.push(...pairs(run));
  }
  return [...new Set(terms)];
}

function pairs(run: string): string[] {
  const all = Array.from(run);
  return all.slice(1).map((character, i) => `${all[i] ?? ''}${character}`);
}
