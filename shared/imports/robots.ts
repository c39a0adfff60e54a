/** Addresses behind which there is no person: senders of notices, lists, rooms, calendars, desks of a firm. */
import { normaliseEmail } from '../model/addresses';

/** The whole part before the @, or its first or last word ("build-bot", "noreply+abc", "mailer-daemon"). */
const robots = new Set(
  `noreply no-reply no_reply donotreply do-not-reply do_not_reply dontreply mailer-daemon maildaemon daemon postmaster
  hostmaster webmaster root abuse bounce bounces notification notifications notify notifier alert alerts newsletter
  newsletters news digest mailing mailings marketing unsubscribe autoreply auto-reply autoresponder automated robot bot
  jenkins gitlab jira calendar-notification invitations updates billing invoice invoices invoicing receipts orders order
  support helpdesk servicedesk service services tickets ticket survey surveys system admin accounts security`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
/** A word among these settles it, wherever it stands before the @. */
const telling =
  /(?:^|[._+-])(?:no-?reply|do-?not-?reply|mailer-daemon|unsubscribe|notifications?|bounces?)(?:$|[._+-])/u;
const hosts =
  /(?:^|\.)(?:group\.calendar\.google\.com|resource\.calendar\.google\.com|import\.calendar\.google\.com|googlegroups\.com|noreply\.github\.com|reply\.github\.com|docs\.google\.com)$|^(?:lists?|mailman|listserv|bounces?|notifications?|noreply|e?mailing|newsletters?|groups)\./u;

/** @param address a mail address in any spelling */
export function isRobot(address: string): boolean {
  const plain = normaliseEmail(address);
  if (plain === undefined) return false;
  const at = plain.lastIndexOf('@');
  const [local, host] = [plain.slice(0, at), plain.slice(at + 1)];
  const base = local.replace(/[+=].*$/u, '');
  return robots.has(base) || telling.test(local) || hosts.test(host);
}
