/**
 * The host behind the loopback server that served this page. The token of the printed address stands in the
 * fragment, is exchanged once and taken out of the address; after that the browser's cookie and the page's own
 * token together open the line, so that a reload and a second window work.
 */
import type { Answerer } from '../../shared/answerer';
import type { Channel } from '../../shared/channel';
import { KithmapError } from '../../shared/errors';
import {
  linePath,
  lineProtocol,
  SessionAnswer,
  sessionPath,
  SessionRefusal,
  Token,
  tokenProtocolPrefix,
} from '../../shared/loopback';
import { reconnecting } from './reconnecting';

const storageKey = 'kithmap.page-token';

export async function loopbackAnswerer(window: Window): Promise<Answerer> {
  let once = takeToken(window);
  let page = remembered(window.localStorage);
  return reconnecting({
    async open() {
      page = await exchange(window.location.origin, { once, page });
      once = undefined;
      remember(window.localStorage, page);
      return openLine(window.location, page);
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

/** The token in the address, which then no longer shows it. */
function takeToken(window: Window): string | undefined {
  const token = Token.safeParse(new URLSearchParams(window.location.hash.slice(1)).get('token'));
  if (!token.success) return undefined;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token.data;
}

async function exchange(
  origin: string,
  tokens: { once: string | undefined; page: string | undefined },
): Promise<string> {
  const response = await fetch(`${origin}${sessionPath}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(tokens),
  });
  const body: unknown = await response.json();
  if (response.ok) return SessionAnswer.parse(body).page;
  const refusal = SessionRefusal.safeParse(body);
  throw new KithmapError(
    response.status === 401 ? 'unauthorised' : 'unavailable',
    refusal.success ? refusal.data.message : 'Kithmap does not let this page in.',
  );
}

function openLine(location: Location, page: string): Promise<Channel> {
  const socket = new WebSocket(`ws://${location.host}${linePath}`, [
    lineProtocol,
    `${tokenProtocolPrefix}${page}`,
  ]);
  return new Promise((resolve, reject) => {
    const refused = (): void => reject(new KithmapError('unavailable', 'Kithmap does not answer.'));
    socket.addEventListener('close', refused);
    socket.addEventListener('open', () => {
      socket.removeEventListener('close', refused);
      resolve({
        send: (text) => socket.send(text),
        onText(receive) {
          socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
            if (typeof data === 'string') receive(data);
          });
        },
        onClosed(closed) {
          socket.addEventListener('close', () =>
            closed('The connection to Kithmap broke before it answered. Look whether the change was kept.'),
          );
        },
        close: () => socket.close(),
      });
    });
  });
}

/** Storage can be forbidden; then a reload needs the printed address again. */
function remembered(storage: Storage): string | undefined {
  try {
    return Token.safeParse(storage.getItem(storageKey)).data;
  } catch {
    return undefined;
  }
}

function remember(storage: Storage, token: string): void {
  try {
    storage.setItem(storageKey, token);
  } catch {
    // As above.
  }
}
