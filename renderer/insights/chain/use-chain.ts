/** Who brought whom, worked out in turns, and again after every edit that may say otherwise. */
import { useEffect, useState } from 'react';
import { whoBroughtInSteps } from '../../../shared/introductions/chain';
import { gathered } from '../../network/gathered';
import { useSession } from '../../network/hooks';
import { runInTurns } from '../../network/run-in-turns';
import { namedIn, type Tree, treeOf } from './tree-lines';

const tables: ReadonlySet<string> = new Set(['contacts', 'introductions', 'settings']);

/**
 * @param whom whom it is asked about; everybody without it
 * @returns undefined until it is worked out; the last one stays while another is on its way
 */
export function useChain(whom: readonly string[] | undefined): Tree | undefined {
  const { replica } = useSession();
  const [tree, setTree] = useState<Tree>();
  useEffect(() => {
    let controller = new AbortController();
    const work = async (): Promise<void> => {
      controller.abort();
      controller = new AbortController();
      const tops = await runInTurns(whoBroughtInSteps(replica.network, whom), controller.signal);
      if (tops !== undefined) setTree(treeOf(tops));
    };
    const again = gathered(() => void work(), 100);
    const end = replica.onChange(({ patches }) => {
      if (patches.some(({ table }) => tables.has(table))) again.call();
    });
    void work();
    return () => {
      controller.abort();
      again.stop();
      end();
    };
  }, [replica, whom]);
  return tree;
}

/** Whose names have a text in them, with whoever stands above them; undefined where there is no text. */
export function useNamed(tree: Tree | undefined, text: string): ReadonlySet<string> | undefined {
  const [found, setFound] = useState<{ readonly text: string; readonly named?: ReadonlySet<string> }>();
  useEffect(() => {
    if (tree === undefined || text.trim() === '') return undefined;
    const controller = new AbortController();
    const look = async (): Promise<void> => {
      const named = await runInTurns(namedIn(tree, text), controller.signal);
      if (named !== undefined) setFound({ text, named });
    };
    void look();
    return () => controller.abort();
  }, [tree, text]);
  return text.trim() === '' ? undefined : found?.named;
}
