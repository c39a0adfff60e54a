/** Lists narrowed down by a part of a name and by group. */
import { fold } from '../../shared/search/fold';

interface Narrowing {
  readonly text: string;
  readonly cluster?: string;
}

interface Narrowed {
  readonly name: string | undefined;
  readonly cluster?: string | null;
}

/** @returns whether something of that name and group is shown; what has no name any more is not. */
export function fits({ text, cluster }: Narrowing, { name, cluster: own }: Narrowed): boolean {
  if (name === undefined) return false;
  if (cluster !== undefined && own !== undefined && own !== cluster) return false;
  const wanted = fold(text).trim();
  return wanted === '' || fold(name).includes(wanted);
}
