/** What the page and the loopback server agree on: paths, and how the two tokens travel. */
import { z } from 'zod';

/** The page exchanges the token of the printed address here, or shows that it did so before. */
export const sessionPath = '/session';
/** Calls and events, as a WebSocket. */
export const linePath = '/line';
/** Names the protocol of the line; the page's own token follows it as a second one, prefixed. */
export const lineProtocol = 'kithmap';
export const tokenProtocolPrefix = 'token.';

/** 128 bits as they stand in an address. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'not a token');
/** `once` is from the printed address; `page` is what an earlier exchange answered. */
export const SessionRequest = z.strictObject({ once: Token.optional(), page: Token.optional() });
export const SessionAnswer = z.object({ page: Token });
export const SessionRefusal = z.object({ message: z.string().max(1_000) });
