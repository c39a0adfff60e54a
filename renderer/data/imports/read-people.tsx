/** The first people of a file, as they would come in. */
import type { ReactNode } from 'react';
import type { ContactRecord } from '../../../shared/formats/record';

export function ReadPeople({ people }: { people: readonly ContactRecord[] }): ReactNode {
  return (
    <>
      <h2 className="k-columns-head">The first of them, as they would come in</h2>
      {people.length === 0 ? (
        <p className="k-quiet">Nobody. Say which column holds a name or an address.</p>
      ) : (
        <ul className="k-columns-people" aria-live="polite">
          {people.map((person) => (
            <li key={person.line} className="k-columns-person">
              <span className="k-columns-who">{person.fields.name?.full}</span>
              {linesOf(person).map((line, at) => (
                <span className="k-columns-line" key={at}>
                  {line}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** All that is known of somebody, a line each. */
function linesOf({ fields, notes, nameGuessed, organisationOnly }: ContactRecord): string[] {
  const { nicknames = [], emails = [], phones = [], urls = [], organisations = [] } = fields;
  const { place = '', birthday = '', tags = [], other = [] } = fields;
  const jobs = organisations.map(({ name, title = '' }) =>
    [title, name].filter((part) => part !== '').join(', '),
  );
  return [
    organisationOnly === true
      ? 'An organisation'
      : nameGuessed === true
        ? 'Without a name; this stands for it'
        : '',
    nicknames.length === 0 ? '' : `“${nicknames.join('”, “')}”`,
    ...jobs,
    ...[emails, phones, urls].flatMap((addresses) => addresses.map(({ value }) => value)),
    place,
    birthday === '' ? '' : `Born ${birthday}`,
    tags.map((tag) => `#${tag}`).join(' '),
    ...notes,
    ...other.map(({ name, value }) => `${name}: ${value}`),
  ].filter((line) => line !== '' && line !== fields.name?.full);
}
