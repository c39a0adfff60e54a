/**
 * The only way out of the page: mailto, tel and https, each parsed first, opened by the host where it can and else
 * by the browser without telling where one came from. Text that is no such address stays text.
 */
import type { MouseEvent, ReactNode } from 'react';
import { useSession } from '../network/hooks';
import { mailLink, type MailText } from './mail-link';

export type LinkKind = 'email' | 'phone' | 'url';

/** The address to open, or undefined for what is none of ours. */
function outsideAddress(kind: LinkKind, value: string, mail?: MailText): string | undefined {
  const text = value.trim();
  if (kind === 'email') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) ? mailLink(text, mail) : undefined;
  if (kind === 'phone') {
    const digits = text.replace(/[^\d+*#]/g, '');
    return digits.length < 3 ? undefined : `tel:${digits}`;
  }
  const spelled = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(spelled)) return undefined;
  const url = new URL(spelled);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' && url.hostname.includes('.') ? url.href : undefined;
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
  const session = useSession();
  const address = outsideAddress(kind, value, mail);
  if (address === undefined) return children ?? value;
  const onClick = (event: MouseEvent): void => {
    if (!session.hello.capabilities.openExternal) return;
    event.preventDefault();
    session.host.call('openExternal', { url: address }).catch((error: unknown) => session.fail(error));
  };
  const elsewhere = kind === 'url' ? { target: '_blank' } : {};
  return (
    <a className="k-link" href={address} rel="noreferrer noopener" {...elsewhere} onClick={onClick}>
      {children ?? value}
    </a>
  );
}
