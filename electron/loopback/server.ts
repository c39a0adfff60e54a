/**
 * Serves the built page and its line to a browser on this machine: 127.0.0.1 alone, behind the guards.
 *
 *   GET  /, /assets/...   the page; holds no secret
 *   POST /session         a token for a cookie and the page's own token
 *   GET  /line            upgrade to a WebSocket that carries calls and events
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Answerer } from '../../shared/answerer';
import { messageLimit } from '../../shared/contract';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import { linePath, lineProtocol, SessionRequest, sessionPath } from '../../shared/loopback';
import type { BuiltPage } from '../built-page';
import { serve } from '../host/serve';
import { contentSecurityPolicy, securityHeaders } from '../page-policy';
import {
  type Asked,
  cookieNamed,
  type Place,
  placeAt,
  type Refusal,
  refuseBody,
  refuseOrigin,
  refuseOtherSite,
  refuseStranger,
  tokenOfProtocols,
} from './guards';
import { channelOverWebSocket } from './line';
import { Sessions } from './sessions';

export interface LoopbackOptions {
  readonly host: Answerer;
  readonly page: BuiltPage;
  /** 0 for any that is free. */
  readonly port: number;
  /** The printed address was used; here is the one for another browser. */
  readonly onAddress: (address: string) => void;
}

export interface Loopback {
  /** With the token that lets one browser in. */
  readonly address: string;
  readonly place: Place;
  close(): Promise<void>;
}

/** Bytes of a request to enter. */
const sessionLimit = 1_024;
/** Windows at once. */
const mostLines = 64;
const jsonType = 'application/json; charset=utf-8';

/** @throws KithmapError `busy` when the port is taken. */
export async function startLoopback({ host, page, port, onAddress }: LoopbackOptions): Promise<Loopback> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  // A frame may be as large as a message and not larger; what is refused is never held in memory.
  const lines = new WebSocketServer({
    noServer: true,
    maxPayload: messageLimit,
    perMessageDeflate: false,
    handleProtocols: () => lineProtocol,
  });
  const listening = once(server, 'listening');
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  await listening.catch((error: unknown) => {
    throw new KithmapError('busy', `Port ${port} is taken. Leave --port out, or name another.`, {
      cause: error,
    });
  });
  const bound = server.address();
  const place = placeAt(typeof bound === 'object' && bound !== null ? bound.port : port);
  const cookieName = `kithmap-${place.host.split(':')[1] ?? ''}`;
  const addressWith = (token: string): string => `${place.origin}/#token=${token}`;
  const sessions = new Sessions({
    newToken: () => randomBytes(16).toString('base64url'),
    onSpent: (next) => onAddress(addressWith(next)),
  });
  const policy = { connect: [`ws://${place.host}`] };

  const answerFile = (path: string, method: string, response: ServerResponse): void => {
    if (method !== 'GET' && method !== 'HEAD') {
      refuse(response, { status: 405, message: 'Only pages and files are here.' });
    } else if (path === '/' || path === '/index.html') {
      const nonce = randomBytes(16).toString('base64url');
      response.writeHead(200, {
        ...securityHeaders,
        'content-security-policy': contentSecurityPolicy({ ...policy, nonce }),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(method === 'HEAD' ? undefined : page.index(nonce));
    } else {
      const file = page.file(path);
      if (file === undefined) {
        refuse(response, { status: 404, message: 'There is no such file.' });
        return;
      }
      response.writeHead(200, {
        ...securityHeaders,
        'content-security-policy': contentSecurityPolicy(policy),
        'content-type': file.type,
        'content-length': file.body.length,
        'cache-control': 'no-cache',
      });
      response.end(method === 'HEAD' ? undefined : file.body);
    }
  };

  const answerSession = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = askedBy(request);
    const refusal = refuseOrigin(asked, place) ?? refuseBody(asked, sessionLimit);
    const tokens = SessionRequest.safeParse(refusal === undefined ? await readJson(request) : undefined);
    if (!tokens.success) {
      refuse(response, refusal ?? { status: 400, message: 'This is no request to enter.' });
      return;
    }
    const cookie = cookieNamed(cookieName, request.headers.cookie);
    try {
      const entered = sessions.enter({ ...tokens.data, cookie });
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': jsonType,
        'cache-control': 'no-store',
        ...(entered.cookie === undefined
          ? {}
          : { 'set-cookie': `${cookieName}=${entered.cookie}; HttpOnly; SameSite=Strict; Path=/` }),
      });
      response.end(JSON.stringify({ page: entered.page }));
    } catch (error) {
      const { code, message } = toErrorMessage(error);
      refuse(response, { status: code === 'unauthorised' ? 401 : 500, message });
    }
  };

  server.on('request', (request, response) => {
    const asked = askedBy(request);
    const refusal = refuseStranger(asked, place) ?? refuseOtherSite(asked);
    const path = request.url?.split('?')[0] ?? '';
    if (refusal !== undefined) refuse(response, refusal);
    else if (path === sessionPath && asked.method === 'POST') {
      answerSession(request, response).catch(() => response.destroy());
    } else answerFile(path, asked.method, response);
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asked = askedBy(request);
    const token = tokenOfProtocols(request.headers['sec-websocket-protocol']);
    const refusal =
      refuseStranger(asked, place) ??
      refuseOrigin(asked, place) ??
      (request.url === linePath ? undefined : { status: 404, message: 'There is no line here.' }) ??
      (sessions.admits(cookieNamed(cookieName, request.headers.cookie), token)
        ? undefined
        : { status: 401, message: 'Open Kithmap by the address that it printed.' }) ??
      (lines.clients.size < mostLines ? undefined : { status: 503, message: 'Too many windows are open.' });
    if (refusal !== undefined) {
      refuseUpgrade(socket, refusal);
      return;
    }
    lines.handleUpgrade(request, socket, head, (line) => serve(channelOverWebSocket(line), host));
  });

  return {
    get address() {
      return addressWith(sessions.once);
    },
    place,
    async close() {
      const closed = once(server, 'close');
      for (const line of lines.clients) line.close(1001);
      lines.close();
      server.close();
      // Whoever does not hang up within a moment is hung up on.
      const impatience = setTimeout(() => {
        for (const line of lines.clients) line.terminate();
        server.closeAllConnections();
      }, 500);
      server.closeIdleConnections();
      await closed;
      clearTimeout(impatience);
    },
  };
}

function askedBy(request: IncomingMessage): Asked {
  return {
    method: request.method ?? '',
    remoteAddress: request.socket.remoteAddress,
    headers: request.headers,
  };
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-security-policy': contentSecurityPolicy(),
    'content-type': jsonType,
    'cache-control': 'no-store',
    // What was sent and not read must not be taken for the next request.
    connection: 'close',
  });
  response.end(JSON.stringify({ message }));
}

function refuseUpgrade(socket: Duplex, { status, message }: Refusal): void {
  socket.on('error', () => undefined);
  const body = JSON.stringify({ message });
  const head = [`HTTP/1.1 ${status} Refused`, 'connection: close', `content-type: ${jsonType}`];
  socket.end(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** The body, whose announced length has been checked and which Node does not let be longer. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
