/** Through whom: who brought whom to me, by how we met and by introductions, with how many stand below each. */
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Brought } from '../../../shared/introductions/chain';
import { Button } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { people } from '../../app/words';
import { useSession, useTally } from '../../network/hooks';
import type { Table } from '../../network/insights-view';
import { ListTools } from '../list-tools';
import { ScreenLines } from '../screen-lines';
import { ChainTree } from './chain-tree';
import './chain.css';
import { type Tree, treeLines } from './tree-lines';
import { useChain, useNamed } from './use-chain';

export function ChainView(): ReactNode {
  const session = useSession();
  const { text, cluster, whom: picked } = useStore(session.insights);
  const tally = useTally();
  const inCluster = useMemo(
    () => (cluster === undefined ? undefined : [...tally.membersOf(cluster)]),
    // The tally changes in place; a group that is chosen anew is looked up anew.
    [tally, cluster],
  );
  const whom = picked ?? inCluster;
  const tree = useChain(whom);
  const named = useNamed(tree, text);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => (tree === undefined ? [] : treeLines(tree, open, named)), [tree, open, named]);
  const table = useMemo(() => (tree === undefined ? undefined : tableOf(tree)), [tree]);
  const turn = (key: string): void =>
    setOpen((standing) => {
      const next = new Set(standing);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  if (tree === undefined) return <ScreenLines />;
  return (
    <>
      <div className="k-insights-lead">
        <h2 className="k-heading-name">{headWords(tree)}</h2>
        <p className="k-quiet">{leadWords(tree)}</p>
      </div>
      <ListTools
        label="Filter people"
        byCluster={picked === undefined}
        count={countWords(tree)}
        table={table}
      >
        {picked === undefined ? null : (
          <Button look="quiet" onClick={() => session.insights.setState({ whom: undefined })}>
            Of {people(picked.length)} picked; show everybody
          </Button>
        )}
      </ListTools>
      {lines.length === 0 ? (
        <Empty title="Nobody fits">Take a filter out, or look for another part of a name.</Empty>
      ) : (
        <ChainTree lines={lines} onTurn={turn} />
      )}
    </>
  );
}

function brought({ bringers }: Tree): number {
  return bringers.reduce((sum, { count }) => sum + count, 0);
}

function headWords(tree: Tree): string {
  const count = brought(tree);
  if (count === 0) return 'Nobody is on record as brought by somebody';
  return `${people(count)} came to you through others`;
}

function leadWords(tree: Tree): string {
  return brought(tree) === 0
    ? 'Write down through whom you met somebody, in their details under “How you met”, or who introduced you: then they stand below whoever it was.'
    : 'Each stands below whoever you met them through, or who introduced you. The number says how many are below.';
}

function countWords(tree: Tree): string {
  const { bringers, unknown } = tree;
  const missing = unknown.length + bringers.filter(({ isAsked }) => isAsked).length;
  return `not on record for ${people(missing)}`;
}

function tableOf({ bringers, unknown }: Tree): Table {
  return {
    name: 'who-brought-whom',
    headers: ['Person', 'Through', 'Brought'],
    *rows() {
      const waiting: { node: Brought; through: string }[] = [...bringers, ...unknown].map((node) => ({
        node,
        through: '',
      }));
      for (let at = 0; at < waiting.length; at++) {
        const row = waiting[at];
        if (row === undefined) continue;
        const { node, through } = row;
        yield [node.name, through, String(node.count)];
        for (const below of node.brought) waiting.push({ node: below, through: node.name });
      }
    },
  };
}
