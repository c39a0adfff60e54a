/** Said when files hold no ties between contacts, with the ways to add some that exist. */
import type { ReactNode } from 'react';
import type { ImportCounts } from '../../../shared/imports/answers';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { chooseFiles } from './choose-files';

export function NoTies({ counts }: { counts: ImportCounts }): ReactNode {
  const session = useSession();
  const addFile = async (): Promise<void> => {
    await session.imports.add(await chooseFiles());
  };
  /** @returns whether it is in */
  const importAll = async (): Promise<boolean> => {
    await session.imports.commit();
    if (session.imports.store.getState().kind !== 'done') return false;
    await session.imports.cancel();
    return true;
  };
  const linkAfter = async (): Promise<void> => {
    if (await importAll()) session.navigation.go('data', 'link');
  };
  const guessAfter = async (): Promise<void> => {
    if (!(await importAll())) return;
    session.navigation.go('data', 'guesses');
    await session.tell('tie.guess-colleagues', {}, { done: 'Colleagues are guessed to know each other' });
  };
  return (
    <>
      <div className="k-no-ties-head">
        <h2 className="k-heading-name">These files hold no ties between your contacts</h2>
        <p className="k-quiet">
          They say whom you know, not who knows whom. The map will show people by company and place until you
          add some. The fastest ways:
        </p>
      </div>
      <Way
        title="Meetings and mails"
        text="a calendar (.ics) or a mailbox (.mbox): who was there together is guessed to know each other"
        button="Choose file"
        onChoose={addFile}
      />
      <Way
        title="Same organisation"
        text="colleagues are guessed to know each other; you say yes or no, one pair at a time"
        button="Import and guess"
        onChoose={guessAfter}
      />
      <Way
        title="A list of who knows whom"
        text="pairs of names as .csv or .txt, or a network as GraphML, GEXF, Pajek or Cytoscape"
        button="Choose file"
        onChoose={addFile}
      />
      <Way
        title="Relations in your vCards"
        text="sisters, partners, assistants: a card that names one becomes a tie; these cards name none"
      />
      <Way
        title="Who of these knows Ana?"
        text="pick a person, tick whom they know; twenty people in a minute"
        button={counts.new + counts.changed > 0 ? 'Import and start' : 'Start'}
        onChoose={linkAfter}
      />
      <div className="k-no-ties-see" aria-hidden="true">
        <figure>
          <figcaption>now</figcaption>
          <Sketch ties={false} />
        </figure>
        <figure>
          <figcaption>with ties</figcaption>
          <Sketch ties />
        </figure>
      </div>
    </>
  );
}

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly onChoose?: () => Promise<void>;
}

function Way({ title, text, button, onChoose }: WayProps): ReactNode {
  return (
    <div className="k-way">
      <div>
        <h3 className="k-way-title">{title}</h3>
        <p className="k-quiet k-small">{text}</p>
      </div>
      {button === undefined ? null : <Button onClick={() => void onChoose?.()}>{button}</Button>}
    </div>
  );
}

/** Three groups of people: [middle, tint, where its people stand]. */
const groups: readonly (readonly [number, number, number])[] = [
  [40, 44, 1],
  [104, 56, 2],
  [62, 112, 3],
];
const spots: readonly (readonly [number, number])[] = [
  [0, -14],
  [12, -6],
  [-13, -4],
  [4, 2],
  [-7, 8],
  [13, 11],
  [1, 16],
];
const between: readonly (readonly [number, number, number, number])[] = [
  [0, 1, 1, 2],
  [0, 5, 1, 4],
  [0, 6, 2, 0],
  [1, 6, 2, 1],
];

function Sketch({ ties }: { ties: boolean }): ReactNode {
  const at = (group: number, spot: number): [number, number] => {
    const [x = 0, y = 0] = groups[group] ?? [];
    const [dx = 0, dy = 0] = spots[spot] ?? [];
    return [x + dx, y + dy];
  };
  const line = (a: [number, number], b: [number, number], stroke: string): ReactNode => (
    <path key={`${a.join()} ${b.join()}`} d={`M${a.join()}L${b.join()}`} stroke={stroke} strokeWidth="1.1" />
  );
  return (
    <svg viewBox="0 0 144 150" className="k-sketch">
      <rect width="144" height="150" rx="6" fill="var(--k-sea)" />
      {groups.map(([x, y, tint]) => (
        <circle
          key={tint}
          cx={x}
          cy={y}
          r="27"
          fill={`var(--k-land-${tint})`}
          stroke={`var(--k-coast-${tint})`}
          strokeWidth="1.1"
        />
      ))}
      {ties
        ? groups.flatMap((_, group) =>
            spots
              .slice(1)
              .map((_, i) => line(at(group, i + 1), at(group, Math.floor(i / 2)), 'var(--k-tie)')),
          )
        : null}
      {ties ? between.map(([a, b, c, d]) => line(at(a, b), at(c, d), 'var(--k-tie-between)')) : null}
      {groups.map((_, group) =>
        spots.map((_, spot) => {
          const [x, y] = at(group, spot);
          return (
            <circle
              key={`${group} ${spot}`}
              cx={x}
              cy={y}
              r="2.8"
              fill="var(--k-surface)"
              stroke="var(--k-warmth-unknown)"
              strokeWidth="1.2"
            />
          );
        }),
      )}
    </svg>
  );
}
