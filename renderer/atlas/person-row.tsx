/** A person in a list beside the map: mark and name; pressing the name selects them and brings them into sight. */
import type { ReactNode } from 'react';
import { ContactMark } from '../app/parts/mark';
import { nameOf } from '../app/words';
import { useContact, useSession } from '../network/hooks';

/** @param children what stands at the end of the row */
export function PersonRow({ contact, children }: { contact: string; children?: ReactNode }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <div className="k-insp-row">
      <ContactMark contact={contact} box={30} />
      <button
        type="button"
        className="k-insp-row-name"
        onClick={() => {
          session.select(contact);
          session.show(contact);
        }}
      >
        {nameOf(person)}
      </button>
      {children}
    </div>
  );
}
