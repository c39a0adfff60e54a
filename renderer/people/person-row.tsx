import type { MouseEvent, ReactNode } from 'react';
import { ContactMark } from '../app/parts/mark';
import { exactDay, nameOf, sayDay, sayRoughDay } from '../app/words';
import { useContact, useSession, useSettings, useSummary, useToday, useWarmth } from '../network/hooks';
import { presentOrganisation } from './rows';
import type { Picking } from './use-picking';

interface PersonRowProps {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly here: boolean;
  readonly picked: boolean;
  readonly anyPicked: boolean;
  readonly picking: Picking;
}

/** One person in the table. */
export function PersonRow({ id, index, top, here, picked, anyPicked, picking }: PersonRowProps): ReactNode {
  const contact = useContact(id);
  const { circles } = useSettings();
  if (contact === undefined) return null;
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) picking.toggle(index);
    else picking.moveTo(index, event.shiftKey);
  };
  const work = presentOrganisation(contact.organisations);
  const circle = circles.find((one) => one.id === contact.circle)?.name ?? contact.circle;
  return (
    <div
      className="k-people-row"
      id={`person-${id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked || (here && !anyPicked)}
      data-here={here}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      <div role="gridcell" className="k-people-cell k-people-pick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Pick ${nameOf(contact)}`}
          checked={picked}
          onChange={() => picking.toggle(index)}
          onClick={(event) => event.stopPropagation()}
        />
      </div>
      <div role="gridcell" className="k-people-cell k-people-name">
        <ContactMark contact={id} box={30} />
        <span className="k-people-text-cell">{nameOf(contact)}</span>
        {contact.stub === true ? <span className="k-quietest k-small">only a name</span> : null}
      </div>
      <Cell of="organisation">{work?.name}</Cell>
      <Cell of="place">{contact.place}</Cell>
      <Cell of="circle">{circle}</Cell>
      <div role="gridcell" className="k-people-cell k-people-tags">
        {contact.tags.slice(0, 3).map((tag) => (
          <span className="k-tag" key={tag}>
            {tag}
          </span>
        ))}
        {contact.tags.length > 3 ? (
          <span className="k-quietest k-small">{`${contact.tags.length - 3} more`}</span>
        ) : null}
      </div>
      <LastContact id={id} />
      <Warmth id={id} />
      <QuietBy id={id} />
    </div>
  );
}

function Cell({ of, children }: { of: string; children: string | undefined }): ReactNode {
  return (
    <div role="gridcell" className={`k-people-cell k-people-${of}`} title={children}>
      <span className="k-people-text-cell">{children}</span>
    </div>
  );
}

function LastContact({ id }: { id: string }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const { last } = useSummary(id);
  return (
    <div role="gridcell" className="k-people-cell k-people-last" title={last && exactDay(last, hello.locale)}>
      <span className="k-people-text-cell">
        {last === undefined ? '' : sayDay(last, today, hello.locale)}
      </span>
    </div>
  );
}

function Warmth({ id }: { id: string }): ReactNode {
  const warmth = useWarmth(id);
  const unknown = warmth === undefined || warmth.state === 'unknown';
  return (
    <div role="gridcell" className={`k-people-cell k-people-warmth ${unknown ? 'k-quietest' : ''}`}>
      {unknown ? 'no record yet' : warmth.word}
    </div>
  );
}

/** The day on which the tie has gone quiet if nothing happens. */
function QuietBy({ id }: { id: string }): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const day = useWarmth(id)?.quietBy ?? undefined;
  const shown = day !== undefined && day > today;
  return (
    <div
      role="gridcell"
      className="k-people-cell k-people-quiet"
      title={shown ? exactDay(day, hello.locale) : undefined}
    >
      <span className="k-people-text-cell">{shown ? sayRoughDay(day, today, hello.locale) : ''}</span>
    </div>
  );
}
