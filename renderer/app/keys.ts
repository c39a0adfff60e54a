/**
 * Keys as actions write them (`c`, `g p`, `mod+k`), which of them work here, and which action a press means.
 * Letter keys can be switched off and act only outside text; some keys belong to the browser a page is in.
 */
import type { Action } from './actions';

export interface KeyRules {
  /** Ctrl+N, Ctrl+1 and their like never reach the page. */
  readonly reservedKeys: boolean;
  readonly letterKeys: boolean;
  readonly mac: boolean;
}

/** Keys without Ctrl, Alt or Cmd that type a character. */
function isLetterKey(key: string): boolean {
  return key.split(' ').every((part) => Array.from(part).length === 1);
}

function isReserved(key: string): boolean {
  return /^mod\+(n|t|w|\d)$/.test(key);
}

export function worksHere(key: string, rules: KeyRules): boolean {
  if (isReserved(key)) return !rules.reservedKeys;
  return rules.letterKeys || !isLetterKey(key);
}

/** The keys to show for an action; undefined where none works. */
export function shownKey(action: Pick<Action, 'keys'>, rules: KeyRules): string | undefined {
  return action.keys?.find((key) => worksHere(key, rules));
}

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
};

/** A key as caps say it: `mod+shift+z` is "Ctrl Shift Z". */
export function keyWords(key: string, mac: boolean): string {
  return key
    .split(/\+(?=.)/)
    .map((part) => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'shift') return mac ? '⇧' : 'Shift';
      if (part === 'alt') return mac ? '⌥' : 'Alt';
      if (key.includes('+') && part.length === 1) return part.toUpperCase();
      return names[part] ?? part;
    })
    .join(' ');
}

/** A key as `aria-keyshortcuts` wants it; sequences cannot be said there. */
export function ariaKey(key: string | undefined, mac: boolean): string | undefined {
  if (key === undefined || key.includes(' ')) return undefined;
  return key
    .replace('mod', mac ? 'Meta' : 'Control')
    .replace('shift', 'Shift')
    .replace('alt', 'Alt');
}

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** In a field where letters are text. */
  readonly inText: boolean;
}

/** What a field does with its text by itself: Delete there takes out a letter, never a person. */
const editsText = /^(shift\+)?(Delete|Backspace|Home|End)$/;

/** Milliseconds within which the second key of a sequence must come. */
const patience = 1200;

/** Finds the action of a press; keeps the first key of a sequence until the second comes. */
export class KeyReader {
  #pending: { key: string; at: number } | undefined;

  read(press: Press, actions: readonly Action[], rules: KeyRules, now: number): Action | undefined {
    const key = spelled(press);
    if (press.inText && (isLetterKey(key) || editsText.test(key))) return undefined;
    const begun = this.#pending !== undefined && now - this.#pending.at < patience ? this.#pending.key : '';
    this.#pending = undefined;
    const sequence = begun === '' ? key : `${begun} ${key}`;
    const means = (spelling: string): Action | undefined =>
      actions.find((action) => action.keys?.some((own) => own === spelling && worksHere(own, rules)));
    const found = means(sequence) ?? means(key);
    if (found !== undefined) return found;
    const begins = actions.some((action) =>
      action.keys?.some((own) => own.startsWith(`${key} `) && worksHere(own, rules)),
    );
    if (begins) this.#pending = { key, at: now };
    return undefined;
  }
}

function spelled({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const single = Array.from(key).length === 1;
  const mod = ctrlKey || metaKey;
  const parts = [mod ? 'mod' : '', altKey ? 'alt' : '', shiftKey && (!single || mod) ? 'shift' : ''];
  const name = single && (mod || altKey) ? key.toLowerCase() : key;
  return [...parts.filter((part) => part !== ''), name].join('+');
}
