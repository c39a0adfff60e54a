/** Out of a letter: begun in the mail program where the text fits a link, copied, or saved as a mail. */
import type { ReactNode } from 'react';
import { shortName } from '../../../shared/keeping/names';
import type { Contact } from '../../../shared/model/entities';
import { listed } from '../../../shared/words';
import { download } from '../../app/download';
import { MailButton } from '../../app/link';
import { isMailAddress, mailFile, mailFileName } from '../../app/mail-file';
import { fitsMailLink } from '../../app/mail-link';
import { Button } from '../../app/parts/button';
import { nameOf } from '../../app/words';
import { useContact, useSession, useSettings } from '../../network/hooks';
import { copyText } from '../../today/acts';

interface WaysOutProps {
  /** One or two. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export function WaysOut({ to, subject, text }: WaysOutProps): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const self = useContact(me);
  const people = usePeople(to);
  const boxes = people.flatMap((person) => {
    const address = addressOf(person);
    return address === undefined ? [] : [{ name: nameOf(person), address }];
  });
  const without = people.filter((person) => addressOf(person) === undefined);
  const fits = fitsMailLink({ subject, body: text });
  const { locale } = session.hello;
  const save = (): void => {
    const own = self === undefined ? undefined : addressOf(self);
    const from =
      self === undefined || own === undefined ? {} : { from: { name: nameOf(self), address: own } };
    const file = mailFile({ ...from, to: boxes, subject, text, at: new Date() });
    download(new Blob([file], { type: 'message/rfc822' }), mailFileName(people.map(nameOf)));
  };
  return (
    <>
      <div className="k-intro-ways">
        {boxes.length > 0 && fits ? (
          <MailButton addresses={boxes.map(({ address }) => address)} mail={{ subject, body: text }}>
            Open in mail program
          </MailButton>
        ) : null}
        <Button onClick={() => void copyText(session, text, 'The letter is copied')}>Copy</Button>
        <Button onClick={save}>Save as mail (.eml)</Button>
      </div>
      {fits ? null : (
        <p className="k-small k-quiet">
          It is too long for a link to the mail program, which would cut it: save it as a mail, or copy it.
        </p>
      )}
      {without.length === 0 ? null : (
        <p className="k-small k-quiet">
          No mail address of{' '}
          {listed(
            without.map(({ id }) => shortName({ network: session.replica.network, today: '', locale }, id)),
          )}{' '}
          is on record.{' '}
          <button type="button" className="k-link-button" onClick={() => session.select(without[0]?.id)}>
            Add one
          </button>
        </p>
      )}
    </>
  );
}

function usePeople([first, second]: readonly string[]): readonly Contact[] {
  const one = useContact(first);
  const other = useContact(second);
  return [one, other].filter((person) => person !== undefined);
}

/** The first that a mail can go to. */
function addressOf({ emails }: Contact): string | undefined {
  return emails.map(({ value }) => value.trim()).find(isMailAddress);
}
