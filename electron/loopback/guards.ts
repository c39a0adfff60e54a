/**
 * Who may talk to the loopback server. To it every web page is an attacker: any page that the person has open can
 * send requests here. Each guard is a pure function of what a request says about itself.
 */
import { timingSafeEqual } from 'node:crypto';
import { lineProtocol, tokenProtocolPrefix } from '../../shared/loopback';

/** Why a request is turned away: a status, and a sentence for whoever looks. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** What a request says about itself. */
export interface Asked {
  readonly method: string;
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The one address there is. */
export interface Place {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

export function placeAt(port: number): Place {
  return { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
}

/**
 * Of every request: it comes from this machine and names this server exactly. A page that had its own name pointed
 * at 127.0.0.1 (rebinding) says its own name here.
 */
export function refuseStranger(asked: Asked, place: Place): Refusal | undefined {
  if (asked.remoteAddress !== '127.0.0.1') {
    return { status: 403, message: 'Kithmap talks to this machine alone.' };
  }
  if (asked.headers['host'] !== place.host) {
    return { status: 421, message: `Kithmap is at ${place.origin} and nowhere else.` };
  }
  return undefined;
}

/** Of every request that is not a person opening the page: it must not come from another site's page. */
export function refuseOtherSite(asked: Asked): Refusal | undefined {
  const site = asked.headers['sec-fetch-site'];
  const opensPage =
    asked.headers['sec-fetch-mode'] === 'navigate' && asked.headers['sec-fetch-dest'] === 'document';
  if (site === undefined || site === 'same-origin' || site === 'none' || opensPage) return undefined;
  return { status: 403, message: 'Kithmap answers its own page alone.' };
}

/** Of every write and every line: the page that asks is ours. Browsers always say which page asks. */
export function refuseOrigin(asked: Asked, place: Place): Refusal | undefined {
  if (asked.headers['origin'] === place.origin) return undefined;
  return { status: 403, message: 'Kithmap lets its own page in alone.' };
}

/** Of every write: JSON, and no more of it than is allowed, by what it announces. Nothing has been read yet. */
export function refuseBody(asked: Asked, limit: number): Refusal | undefined {
  const { headers } = asked;
  const type = headers['content-type'];
  if (typeof type !== 'string' || !/^application\/json(\s*;\s*charset=utf-8)?$/i.test(type)) {
    return { status: 415, message: 'Kithmap reads JSON alone.' };
  }
  const length = headers['content-length'];
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) {
    return { status: 411, message: 'Say how long the message is.' };
  }
  return Number(length) > limit ? { status: 413, message: 'This is too much at once.' } : undefined;
}

/** Compares in a time that says nothing about where two secrets differ. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The value of one cookie; the first where somebody planted a second. */
export function cookieNamed(
  name: string,
  header: string | readonly string[] | undefined,
): string | undefined {
  if (typeof header !== 'string') return undefined;
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** The page's token among the protocols of an upgrade; undefined where ours is not among them. */
export function tokenOfProtocols(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  const protocols = header.split(',').map((protocol) => protocol.trim());
  if (!protocols.includes(lineProtocol)) return undefined;
  return protocols
    .find((protocol) => protocol.startsWith(tokenProtocolPrefix))
    ?.slice(tokenProtocolPrefix.length);
}
