/**
 * What stays of a capture once its chips are taken out: the summary. Clauses of which nothing is left go, and so do
 * the words that only joined chips ("with", "and"); a person who is named in the middle of a sentence stays in it by
 * name, since the sentence would not hold without.
 *
 *   "coffee with @ana and @ben, @ben's sister moved"  ->  "ben's sister moved"
 */
import { tidy } from './text';

/** Marks in a clause's text; the text itself has no control characters. */
const gone = '\u0001';
const nameMarks = ['\u0002', '\u0003'] as const;

interface Token {
  readonly kind: 'gone' | 'name' | 'word';
  readonly text: string;
  /** No blank before it. */
  readonly glued: boolean;
}

const connector = /^(?:with|w\/|and|&|to|from|by|\+|\(|\[)$/i;
const possessive = /^['’]s$/iu;
const joining = /^(?:with|w\/|and|&|\+|or|then|but)$/i;

export class Rest {
  readonly #clauses: { text: string; mark: string }[] = [];
  #clause = '';

  word(text: string): void {
    this.#clause += text;
  }

  /** A chip was here. */
  chip(): void {
    this.#clause += gone;
  }

  person(name: string): void {
    this.#clause += nameMarks.join(name.replace(/\s+/gu, ' '));
  }

  endClause(mark: string): void {
    this.#clauses.push({ text: this.#clause, mark });
    this.#clause = '';
  }

  toString(): string {
    this.endClause('');
    const kept: { text: string; mark: string }[] = [];
    for (const [at, { text, mark }] of this.#clauses.entries()) {
      const words = wordsOf(text, at === 0);
      const before = kept.at(-1);
      if (words !== '') kept.push({ text: words, mark });
      else if (before !== undefined && /[.!?。؟\n]/.test(mark) && !/[.!?。؟\n]/.test(before.mark))
        before.mark = mark;
    }
    return tidy(kept.map(({ text, mark }) => joined(text, mark)).join('')).replace(
      /\s*[,;:、，；،؛–—-]$/u,
      '',
    );
  }
}

function joined(text: string, mark: string): string {
  if (/[\n，。、；]/.test(mark)) return `${text}${mark}`;
  return /[–—-]/.test(mark) ? `${text} ${mark} ` : `${text}${mark} `;
}

function wordsOf(clause: string, isFirst: boolean): string {
  const tokens = tokensOf(clause);
  if (!tokens.some(({ kind }) => kind !== 'word')) return clause.trim();
  const kept = withoutNames(tokens, isFirst);
  while (
    kept[0]?.kind === 'gone' ||
    (kept[1] !== undefined && tokens[0] !== kept[1] && isJoining(kept, 0, tokens))
  ) {
    kept.shift();
  }
  let words = kept.filter(({ kind }) => kind !== 'gone');
  if (kept.at(-1)?.kind === 'gone')
    while (connector.test(words.at(-1)?.text ?? '')) words = words.slice(0, -1);
  if (words.every(({ text }) => connector.test(text) || /^[+&,;:.()[\]–—-]+$/u.test(text))) return '';
  return words.map(({ text, glued }, at) => (at > 0 && !glued ? ` ${text}` : text)).join('');
}

/** A leading "and" or "with" that joined what is gone. */
function isJoining(kept: readonly Token[], at: number, tokens: readonly Token[]): boolean {
  const token = kept[at];
  return token?.kind === 'word' && joining.test(token.text) && tokens.indexOf(token) > 0;
}

/** Names that stand in a sentence as words; those among chips are gone, with what joined them. */
function withoutNames(tokens: readonly Token[], isFirst: boolean): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.kind !== 'name') {
      if (!(possessive.test(token.text) && kept.at(-1)?.kind === 'gone')) kept.push(token);
      continue;
    }
    const joins: Token[] = [];
    while (kept.at(-1)?.kind === 'word' && connector.test(kept.at(-1)?.text ?? ''))
      joins.unshift(...kept.splice(-1));
    const before = kept.at(-1);
    const company = isFirst && /^w(?:ith|\/)$/i.test(joins[0]?.text ?? '');
    if (isOwner(tokens, at)) {
      kept.push({ ...token, kind: 'word' });
      continue;
    }
    const stays =
      before === undefined
        ? joins.length === 0 && opensSentence(tokens, at)
        : before.kind !== 'gone' && !company;
    if (stays) kept.push(...joins, { ...token, kind: 'word' });
    else kept.push({ kind: 'gone', text: '', glued: token.glued });
  }
  return kept;
}

/** Words come after this name and those joined to it. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (tokens[next]?.kind === 'name' || connector.test(tokens[next]?.text ?? '')) next += 1;
  return isWord(tokens[next]);
}

/** "@ana's sister": the sister would be nobody's without. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.glued === true && possessive.test(next.text) && isWord(tokens[at + 2]);
}

function isWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !/^\p{P}+$/u.test(token.text);
}

function tokensOf(clause: string): Token[] {
  const [open, close] = nameMarks;
  const pattern = new RegExp(`${gone}|${open}[^${close}]*${close}|[^\\s${gone}${open}]+`, 'gu');
  return [...clause.matchAll(pattern)].map(({ 0: found, index }) => ({
    kind: found === gone ? 'gone' : found.startsWith(open) ? 'name' : 'word',
    text: found === gone ? '' : found.startsWith(open) ? found.slice(1, -1) : found,
    glued: index > 0 && !/\s/.test(clause.charAt(index - 1)),
  }));
}
