/** What a browser does for a page, said by hand, so that a test can also say what no honest browser says. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';
import { type Answerer } from '../../shared/answerer';
import { answererOver, type Channel } from '../../shared/channel';
import { linePath, lineProtocol, sessionPath, tokenProtocolPrefix } from '../../shared/loopback';
import type { BuiltPage } from '../built-page';
import type { Place } from './guards';
import type { Loopback } from './server';

export const testPage: BuiltPage = {
  index: (nonce) => `<!doctype html><meta name="csp-nonce" content="${nonce}"><title>Kithmap</title>`,
  file: (path) =>
    path === '/assets/index.js' ? { type: 'text/javascript', body: Buffer.from('export {};') } : undefined,
};

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asking {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request, its headers as they are given: also a `Host` that is a lie. */
export async function ask(place: Place, asking: Asking = {}): Promise<Reply> {
  const { method = 'GET', path = '/', headers = {}, body } = asking;
  const port = Number(place.host.split(':')[1]);
  const asked = request({ host: '127.0.0.1', port, method, path, headers, setHost: !('host' in headers) });
  // A server that turns a large body away hangs up while it is still being sent.
  asked.on('error', () => undefined);
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

/** What our own page says when it enters. */
export function entering(place: Place, tokens: object): Required<Asking> {
  const body = JSON.stringify(tokens);
  return {
    method: 'POST',
    path: sessionPath,
    headers: {
      origin: place.origin,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  };
}

export interface Entry {
  readonly cookie: string;
  readonly page: string;
}

export function tokenOf(address: string): string {
  return new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '';
}

/** Exchanges the token of an address, as a page does that was opened by it. */
export async function enter({ place, address }: Pick<Loopback, 'place' | 'address'>): Promise<Entry> {
  const reply = await ask(place, entering(place, { once: tokenOf(address) }));
  if (reply.status !== 200) throw new Error(reply.body);
  const [cookie = ''] = reply.headers['set-cookie'] ?? [];
  return { cookie: cookie.split(';')[0] ?? '', page: (JSON.parse(reply.body) as { page: string }).page };
}

export interface LineAsking {
  readonly origin?: string;
  readonly cookie?: string;
  readonly page?: string;
  readonly host?: string;
  readonly path?: string;
}

/** Opens a line with exactly these words. Rejects where it is refused. */
export async function openLine(place: Place, asking: LineAsking): Promise<WebSocket> {
  const { origin, cookie, page, host, path = linePath } = asking;
  const socket = new WebSocket(
    `ws://${place.host}${path}`,
    page === undefined ? [lineProtocol] : [lineProtocol, `${tokenProtocolPrefix}${page}`],
    {
      headers: {
        ...(origin === undefined ? {} : { origin }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(host === undefined ? {} : { host }),
      },
    },
  );
  await once(socket, 'open');
  return socket;
}

/** A page that was let in, as an answerer. */
export async function pageLine(place: Place, entry: Entry): Promise<Answerer> {
  const socket = await openLine(place, { origin: place.origin, ...entry });
  const channel: Channel = {
    send: (text) => socket.send(text),
    onText: (receive) => socket.on('message', (data) => receive((data as Buffer).toString('utf8'))),
    onClosed: (closed) => socket.once('close', () => closed('The line broke.')),
    close: () => socket.close(),
  };
  return answererOver(channel);
}
