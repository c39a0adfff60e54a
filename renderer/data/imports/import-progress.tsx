/** An import that runs, has ended or has failed. */
import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionButton, Button } from '../../app/parts/button';
import { ErrorState } from '../../app/parts/empty';
import { many } from '../../app/words';
import type { ImportState } from '../../network/import-flow';
import { useSession, useTally } from '../../network/hooks';

type Running = Extract<ImportState, { kind: 'reading' | 'writing' }>;
type Done = Extract<ImportState, { kind: 'done' }>;

export function ImportProgress({ state }: { state: Running }): ReactNode {
  const { imports } = useSession();
  const share = state.total === 0 ? 0 : (100 * state.done) / state.total;
  const paused = state.kind === 'reading' && state.paused;
  const words =
    state.kind === 'reading'
      ? `${paused ? 'Paused while reading' : 'Reading'} ${state.name}`
      : 'Writing what you have seen';
  return (
    <section className="k-screen" aria-label="Import">
      <h1 className="k-title">{words}</h1>
      <p className="k-quiet">
        {state.kind === 'reading'
          ? 'Nothing is written yet.'
          : 'It is one step: if you stop now, nothing of it stays.'}
      </p>
      <Progress className="k-import-progress" value={share} aria-label={words} />
      <div className="k-empty-action">
        {state.kind === 'reading' ? (
          <Button onClick={() => imports.setPaused(!paused)}>{paused ? 'Go on' : 'Pause'}</Button>
        ) : null}
        <Button onClick={() => void imports.cancel()}>Stop</Button>
      </div>
    </section>
  );
}

export function ImportFailed({ message }: { message: string }): ReactNode {
  const { imports } = useSession();
  return (
    <section className="k-screen" aria-label="Import">
      <ErrorState
        title="This could not be brought in"
        action={
          <>
            <ActionButton id="data.import" look="filled">
              Choose other files
            </ActionButton>
            <Button onClick={() => void imports.cancel()}>Back to Data</Button>
          </>
        }
      >
        {message} Your network is as it was.
      </ErrorState>
    </section>
  );
}

export function ImportDone({ done }: { done: Done }): ReactNode {
  const session = useSession();
  const { counts } = done;
  const { guessed } = useTally();
  // Whoever was there before stands among their ties already.
  const hasTies = done.hasTies || (counts.new === 0 && session.replica.network.count('ties') > 0);
  const leave = (then: () => void): void => {
    void session.imports.cancel();
    then();
  };
  const undo = (): void => leave(() => void session.undoBatch(done.batch, 'The import was taken back.'));
  return (
    <section className="k-screen" aria-label="Import">
      <h1 className="k-title">{doneTitle(counts)}</h1>
      <p className="k-quiet">{doneWords(counts)}</p>
      {hasTies ? null : (
        <p className="k-quiet k-data-line">
          These files say whom you know, not who knows whom. Say it yourself, twenty people a minute, and the
          map has something to show.
        </p>
      )}
      <div className="k-empty-action">
        {hasTies ? (
          <Button look="filled" onClick={() => leave(() => session.navigation.go('atlas'))}>
            See the map
          </Button>
        ) : (
          <Button look="filled" onClick={() => leave(() => session.navigation.go('data', 'link'))}>
            Say who knows whom
          </Button>
        )}
        {guessed === 0 ? null : (
          <Button onClick={() => leave(() => session.navigation.go('data', 'guesses'))}>
            Go through guessed ties
          </Button>
        )}
        <Button onClick={() => leave(() => session.navigation.go('people'))}>See everybody</Button>
        {hasTies ? null : (
          <Button onClick={() => leave(() => session.navigation.go('atlas'))}>See the map</Button>
        )}
        {counts.possibleDuplicates === 0 ? null : (
          <Button onClick={() => leave(() => session.navigation.go('data', 'same'))}>
            See who may be the same
          </Button>
        )}
        <Button look="quiet" onClick={undo}>
          Take the import back
        </Button>
        <Button look="quiet" onClick={() => leave(() => session.navigation.go('data'))}>
          Back to Data
        </Button>
      </div>
    </section>
  );
}

function doneTitle(counts: Done['counts']): string {
  if (counts.new > 0)
    return counts.new === 1
      ? 'One more person in your network'
      : `${counts.new.toLocaleString('en')} more people in your network`;
  if (counts.changed + counts.ties + counts.interactions > 0) return 'Your network is up to date';
  return 'Nothing was new';
}

function doneWords({
  new: added,
  changed,
  unchanged,
  kept,
  possibleDuplicates,
  ties,
  interactions,
  skipped,
  intended,
}: Done['counts']): string {
  const parts = [
    added > 0 ? `${added.toLocaleString('en')} new` : '',
    changed > 0 ? `${changed.toLocaleString('en')} changed` : '',
    unchanged > 0 ? `${unchanged.toLocaleString('en')} unchanged` : '',
    kept > 0 ? `${kept.toLocaleString('en')} kept yours` : '',
    possibleDuplicates > 0 ? `${possibleDuplicates.toLocaleString('en')} may be the same as somebody` : '',
    ties > 0 ? many(ties, 'tie', 'ties') : '',
    interactions > 0 ? many(interactions, 'meeting or mail with you', 'meetings and mails with you') : '',
    skipped > intended ? `${(skipped - intended).toLocaleString('en')} left out` : '',
    intended > 0 ? `${intended.toLocaleString('en')} passed over` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Your network is as it was.' : `${parts.join(', ')}.`;
}
