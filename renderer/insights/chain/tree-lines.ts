/**
 * Who brought whom, as the lines of a tree: those who brought somebody, each with whoever they brought below; at the end,
 * folded, those of whom it is not on record.
 */
import type { Brought } from '../../../shared/introductions/chain';
import { fold } from '../../../shared/search/fold';
import type { Steps } from '../../../shared/steps';

/** The line that holds all of whom it is not on record. */
export const unknownKey = ' unknown';

export interface TreeLine {
  /** A contact, or `unknownKey`. */
  readonly key: string;
  readonly name: string;
  readonly level: number;
  /** How many stand below. */
  readonly count: number;
  /** Only on the way to somebody who was asked about. */
  readonly isOnlyBetween: boolean;
  /** Undefined where there is nothing below. */
  readonly isOpen: boolean | undefined;
  /** The line it stands below. */
  readonly parent: string | undefined;
  /** Its place among those beside it, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
}

export interface Tree {
  /** Who brought somebody. */
  readonly bringers: readonly Brought[];
  /** Of whom it is not on record, and who brought nobody. */
  readonly unknown: readonly Brought[];
}

export function treeOf(tops: readonly Brought[]): Tree {
  return {
    bringers: tops.filter(({ brought }) => brought.length > 0),
    unknown: tops.filter(({ brought }) => brought.length === 0),
  };
}

/** Everybody whose name has the text in it, and whoever stands above them; undefined for an empty text. */
export function* namedIn(tree: Tree, text: string): Steps<ReadonlySet<string> | undefined> {
  const wanted = fold(text).trim();
  if (wanted === '') return undefined;
  const shown = new Set<string>();
  const above = new Map<string, string>();
  const waiting = [...tree.bringers, ...tree.unknown];
  for (let at = 0; at < waiting.length; at++) {
    yield;
    const node = waiting[at];
    if (node === undefined) continue;
    for (const below of node.brought) {
      above.set(below.id, node.id);
      waiting.push(below);
    }
    if (!fold(node.name).includes(wanted)) continue;
    for (let id: string | undefined = node.id; id !== undefined && !shown.has(id); id = above.get(id)) {
      shown.add(id);
    }
  }
  return shown;
}

/**
 * @param open which lines are unfolded
 * @param named where given, nobody else is shown, and all of them are
 */
export function treeLines(
  { bringers, unknown }: Tree,
  open: ReadonlySet<string>,
  named?: ReadonlySet<string>,
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const isShown = ({ id }: Brought): boolean => named?.has(id) ?? true;
  const isOpen = (key: string): boolean => named !== undefined || open.has(key);
  const tops = bringers.filter(isShown);
  const rest = unknown.filter(isShown);
  const of = tops.length + (rest.length > 0 ? 1 : 0);
  const waiting = rowsOf(tops, 1, undefined, of).reverse();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const { node, ...place } = row;
    const below = node.brought.filter(isShown);
    lines.push({
      key: node.id,
      name: node.name,
      count: node.count,
      isOnlyBetween: !node.isAsked,
      isOpen: below.length === 0 ? undefined : isOpen(node.id),
      ...place,
    });
    if (below.length > 0 && isOpen(node.id)) {
      waiting.push(...rowsOf(below, row.level + 1, node.id, below.length).reverse());
    }
  }
  if (rest.length === 0) return lines;
  lines.push({
    key: unknownKey,
    name: 'Not on record through whom',
    level: 1,
    count: rest.length,
    isOnlyBetween: false,
    isOpen: isOpen(unknownKey),
    parent: undefined,
    place: of,
    of,
  });
  if (!isOpen(unknownKey)) return lines;
  // Nearly everybody may stand here: each is made in one go.
  rest.forEach(({ id, name }, at) => lines.push(leafOf(id, name, at + 1, rest.length)));
  return lines;
}

function leafOf(key: string, name: string, place: number, of: number): TreeLine {
  const [parent, isOnlyBetween, isOpen] = [unknownKey, false, undefined];
  return { key, name, level: 2, count: 0, isOnlyBetween, isOpen, parent, place, of };
}

interface Row extends Pick<TreeLine, 'level' | 'parent' | 'place' | 'of'> {
  readonly node: Brought;
}

function rowsOf(nodes: readonly Brought[], level: number, parent: string | undefined, of: number): Row[] {
  return nodes.map((node, at) => ({ node, level, parent, place: at + 1, of }));
}

/** The key to go to, or what to fold or unfold; undefined for a key that does neither. */
export function treeStep(
  key: string,
  lines: readonly TreeLine[],
  at: number,
): { readonly goTo: number } | { readonly turn: string } | undefined {
  const line = lines[at];
  const last = lines.length - 1;
  const to = (index: number): { readonly goTo: number } => ({ goTo: Math.max(0, Math.min(last, index)) });
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return to(at + 1);
    case 'k':
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'PageDown':
      return to(at + 10);
    case 'PageUp':
      return to(at - 10);
    case 'ArrowRight':
      if (line?.isOpen === undefined) return undefined;
      return line.isOpen ? to(at + 1) : { turn: line.key };
    case 'ArrowLeft':
      if (line === undefined) return undefined;
      if (line.isOpen === true) return { turn: line.key };
      return line.parent === undefined
        ? undefined
        : to(lines.findIndex(({ key: own }) => own === line.parent));
    default:
      return undefined;
  }
}
