/**
 * The only way out of the page: mailto, tel and https, each parsed first, opened by the host where it can and else
 * by the browser without telling where one came from. Text that is no such address stays text.
 */
import type { MouseEvent, ReactNode } from 'react';
import { isMailAddress, phoneAddress, webAddress } from '../../shared/outside-address';
import { useSession } from '../network/hooks';
import { mailLink, type MailText } from './mail-link';

export type LinkKind = 'email' | 'phone' | 'url';

/** The address to open, or undefined for what is none of ours. */
function outsideAddress(kind: LinkKind, value: string, mail?: MailText): string | undefined {
  const text = value.trim();
  if (kind === 'email') return isMailAddress(text) ? mailLink(text, mail) : undefined;
  return kind === 'phone' ? phoneAddress(text) : webAddress(text);
}

export function OutsideLink({
  kind,
  value,
  mail,
  children,
}: {
  kind: LinkKind;
  value: string;
  /** What a mail begins with. */
  mail?: MailText;
  children?: ReactNode;
}): ReactNode {
  const address = outsideAddress(kind, value, mail);
  if (address === undefined) return children ?? value;
  return (
    <Outward address={address} className="k-link" isPage={kind === 'url'}>
      {children ?? value}
    </Outward>
  );
}

/** A button that begins a mail to everybody of these addresses, with as much of the text as a link holds. */
export function MailButton({
  addresses,
  mail,
  children,
}: {
  addresses: readonly string[];
  mail: MailText;
  children: ReactNode;
}): ReactNode {
  return (
    <Outward address={mailLink(addresses, mail)} className="k-button k-button-outlined k-link-plain">
      {children}
    </Outward>
  );
}

interface OutwardProps {
  /** Checked already. */
  readonly address: string;
  readonly className: string;
  readonly isPage?: boolean;
  readonly children: ReactNode;
}

function Outward({ address, className, isPage = false, children }: OutwardProps): ReactNode {
  const session = useSession();
  const onClick = (event: MouseEvent): void => {
    if (!session.hello.capabilities.openExternal) return;
    event.preventDefault();
    session.host.call('openExternal', { url: address }).catch((error: unknown) => session.fail(error));
  };
  const elsewhere = isPage ? { target: '_blank' } : {};
  return (
    <a className={className} href={address} rel="noreferrer noopener" {...elsewhere} onClick={onClick}>
      {children}
    </a>
  );
}
