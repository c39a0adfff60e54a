/** What an import would do, before anything is written: counts, every row with its reason, and what the files lack. */
import { IconFile, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ImportRow } from '../../../shared/imports/answers';
import { Button } from '../../app/parts/button';
import { many, people } from '../../app/words';
import type { ImportState } from '../../network/import-flow';
import { TextButton } from '../../atlas/inspector/section';
import { useSession } from '../../network/hooks';
import { chooseFiles } from './choose-files';
import { ImportFigures } from './import-figures';
import { ImportRows } from './import-rows';
import { NoTies } from './no-ties';
import { formatWords } from './format-words';
import { WhichAreYours } from './which-are-yours';

type Review = Extract<ImportState, { kind: 'review' }>;
type Kind = ImportRow['kind'];

const tabs: readonly { readonly name: string; readonly kinds?: readonly Kind[] }[] = [
  { name: 'Everything' },
  { name: 'Changed', kinds: ['changed'] },
  { name: 'Kept yours', kinds: ['kept'] },
  { name: 'May be the same', kinds: ['possible'] },
  { name: 'Left out', kinds: ['skipped', 'note'] },
  { name: 'New', kinds: ['new'] },
  { name: 'Ties', kinds: ['tie'] },
  { name: 'With you', kinds: ['interaction'] },
  { name: 'Among others', kinds: ['others'] },
  { name: 'Unchanged', kinds: ['unchanged'] },
];

/** Files that could not be read are named one by one up to here. */
const refusedShown = 5;

export function ImportReview({ review }: { review: Review }): ReactNode {
  const [tab, setTab] = useState(0);
  const { replica } = useSession();
  const { counts, hasTies } = review;
  // Whoever is there already stands among their ties; only who comes without any needs some.
  const lacksTies =
    !hasTies && (counts.new > 0 || (counts.changed > 0 && replica.network.count('ties') === 0));
  const screen = (
    <section className="k-import" aria-label="What this import would do">
      <div className="k-import-top">
        <h1 className="k-title">What this import would do</h1>
        <p className="k-quiet">
          Nothing has been written yet. Everything below can be undone later as one step.
        </p>
        <Files review={review} />
        {review.asks === undefined ? null : (
          <WhichAreYours key={`${review.id} ${review.look}`} asks={review.asks} />
        )}
        <ImportFigures counts={counts} />
        <div className="k-import-tabs">
          <div className="k-segments" role="tablist" aria-label="Which rows">
            {tabs.map(({ name, kinds }, i) =>
              kinds !== undefined && countOf(kinds, counts) === 0 ? null : (
                <button
                  type="button"
                  className="k-segment"
                  role="tab"
                  key={name}
                  aria-selected={i === tab}
                  aria-controls="k-import-rows"
                  tabIndex={i === tab ? 0 : -1}
                  onClick={() => setTab(i)}
                  onKeyDown={(event) => moveTab(event)}
                >
                  {name}
                </button>
              ),
            )}
          </div>
          <span className="k-quietest k-small k-import-first">what needs you comes first</span>
        </div>
      </div>
      <ImportRows key={`${review.id} ${review.look} ${tab}`} review={review} kinds={tabs[tab]?.kinds} />
      <Foot review={review} />
    </section>
  );
  if (!lacksTies) return screen;
  return (
    <div className="k-with-side">
      {screen}
      <aside className="k-side" aria-label="What these files lack">
        <NoTies counts={counts} />
      </aside>
    </div>
  );
}

/** Arrow keys walk the tabs that are there. */
function moveTab(event: React.KeyboardEvent<HTMLButtonElement>): void {
  const step =
    event.key === 'ArrowRight'
      ? 'nextElementSibling'
      : event.key === 'ArrowLeft'
        ? 'previousElementSibling'
        : undefined;
  if (step === undefined) return;
  const other = event.currentTarget[step];
  if (!(other instanceof HTMLButtonElement)) return;
  event.preventDefault();
  other.focus();
  other.click();
}

function countOf(kinds: readonly Kind[], counts: Review['counts']): number {
  const by: Readonly<Record<Kind, number>> = {
    skipped: counts.skipped,
    note: 0,
    possible: counts.possibleDuplicates,
    kept: counts.kept + counts.keptBesides,
    changed: counts.changed,
    new: counts.new,
    tie: counts.ties,
    interaction: counts.interactions,
    others: counts.others,
    unchanged: counts.unchanged,
  };
  return kinds.reduce((sum, kind) => sum + by[kind], 0);
}

function Files({ review }: { review: Review }): ReactNode {
  const { imports } = useSession();
  const add = async (): Promise<void> => {
    await imports.add(await chooseFiles());
  };
  return (
    <>
      <ul className="k-import-files">
        {review.files.map(({ file, format, how, asBefore }, i) => (
          <li className="k-import-file" key={`${i} ${file.name}`}>
            <IconFile size={17} stroke={1.5} aria-hidden="true" />
            <span>{file.name}</span>
            <span className="k-quietest">
              {formatWords[format]}
              {asBefore === true ? ', read as last time' : ''}
            </span>
            {how !== undefined || format === 'edges' || format === 'book' ? (
              <TextButton label={`Read ${file.name} differently`} onClick={() => void imports.askAnew(file)}>
                Change
              </TextButton>
            ) : null}
          </li>
        ))}
        <li>
          <Button look="quiet" icon={IconPlus} onClick={() => void add()}>
            Add a file
          </Button>
        </li>
      </ul>
      {review.refused.slice(0, refusedShown).map(({ name, reason }, i) => (
        <p className="k-import-refused" role="alert" key={`${i} ${name}`}>
          {reason}
        </p>
      ))}
      {review.refused.length > refusedShown ? (
        <p className="k-import-refused">
          {many(review.refused.length - refusedShown, 'more file', 'more files')} could not be read either.
        </p>
      ) : null}
    </>
  );
}

/** Where those who may be somebody else can be compared, once they are in. */
function waiting(count: number): string {
  if (count === 0) return '';
  const who =
    count === 1
      ? 'The one that may be the same waits'
      : `The ${count.toLocaleString('en')} that may be the same wait`;
  return `${who} in Data, under “Same person?”. `;
}

/** Why there is nothing to import. */
function nothingWords({ unchanged, kept, skipped, intended, others }: Review['counts']): string {
  if (skipped + intended + others === 0) return 'Everything in these files is in your network already.';
  return unchanged + kept === 0
    ? 'Nothing in these files is to be brought in; the reasons are above.'
    : 'Everything else in these files is in your network already.';
}

/** Rows of one person in several files are counted apart: only who is new is named as so many people. */
function importWords({ new: added, changed, ties, interactions }: Review['counts']): string {
  if (added > 0) return `Import ${people(added)}`;
  if (ties + interactions === 0) return changed > 0 ? `Update ${people(changed)}` : 'Import';
  if (interactions === 0) return `Import ${many(ties, 'tie', 'ties')}`;
  return ties === 0
    ? `Import ${many(interactions, 'meeting or mail', 'meetings and mails')}`
    : 'Import all of this';
}

function Foot({ review }: { review: Review }): ReactNode {
  const { imports } = useSession();
  const { counts } = review;
  const nothing = counts.new + counts.changed + counts.ties + counts.interactions === 0;
  return (
    <footer className="k-import-foot">
      <Button look="filled" disabled={nothing} onClick={() => void imports.commit()}>
        {importWords(counts)}
      </Button>
      <Button onClick={() => void imports.cancel()}>Cancel</Button>
      <span className="k-quiet k-small">
        {nothing
          ? nothingWords(counts)
          : `${waiting(counts.possibleDuplicates)}Importing these files again adds nothing twice.`}
      </span>
    </footer>
  );
}
