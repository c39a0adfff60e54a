/** The loopback server: the contract over its line, and attacks by name. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageLimit } from '../../shared/contract';
import { sessionPath } from '../../shared/loopback';
import { contractSuite } from '../contract-suite.testing';
import { testHost, type TestHost } from '../memory.testing';
import { ask, enter, entering, openLine, pageLine, testPage, tokenOf } from './page.testing';
import { type Loopback, startLoopback } from './server';

contractSuite('the loopback line', async (host) => {
  const loopback = await startLoopback({ host, page: testPage, port: 0, onAddress: () => undefined });
  const entry = await enter(loopback);
  return {
    connect: () => pageLine(loopback.place, entry),
    intrude: () => openLine(loopback.place, { origin: loopback.place.origin, page: entry.page }),
    stop: () => loopback.close(),
  };
});

describe('the loopback server', () => {
  let test: TestHost;
  let loopback: Loopback;
  let addresses: string[];

  beforeEach(async () => {
    test = testHost();
    addresses = [];
    loopback = await startLoopback({
      host: test.local,
      page: testPage,
      port: 0,
      onAddress: (address) => addresses.push(address),
    });
  });
  afterEach(async () => {
    await loopback.close();
    await test.local.end('The test is over.');
  });

  it('listens on 127.0.0.1 and gives a page with a nonce of its own, and no secret in it', async () => {
    expect(loopback.place.host).toMatch(/^127\.0\.0\.1:\d+$/);
    const [one, two] = [await ask(loopback.place), await ask(loopback.place)];
    const nonces = [one, two].map(({ headers, body }) => {
      const nonce = /content="([\w-]{22})"/.exec(body)?.[1];
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}';`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.body).not.toContain(tokenOf(loopback.address));
  });

  it('allows a page no inline code, no eval, no frame around it and no other origin', async () => {
    const { headers } = await ask(loopback.place);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|\*|data:|https?:\/\/(?!127)/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets a page in again after a reload by its cookie and its own token, also with a used address', async () => {
    const used = tokenOf(loopback.address);
    const { cookie, page } = await enter(loopback);
    const again = entering(loopback.place, { once: used, page });
    const reply = await ask(loopback.place, { ...again, headers: { ...again.headers, cookie } });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({ page });
    expect(reply.headers['set-cookie']).toBeUndefined();
    await (await pageLine(loopback.place, { cookie, page })).close();
  });

  it('sets a cookie that no script and no other site can use', async () => {
    const reply = await ask(loopback.place, entering(loopback.place, { once: tokenOf(loopback.address) }));
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(/^kithmap-\d+=[\w-]{22}; HttpOnly; SameSite=Strict; Path=\/$/),
    ]);
  });

  it('replayed address: a token works once, and another address is printed', async () => {
    const { address, place } = loopback;
    await enter({ place, address });
    expect(addresses).toHaveLength(1);
    expect(tokenOf(addresses[0]!)).not.toBe(tokenOf(address));
    const replay = await ask(place, entering(place, { once: tokenOf(address) }));
    expect(replay.status).toBe(401);
    expect(replay.body).toMatch(/Open Kithmap by the address that it printed/);
    await enter({ place, address: addresses[0]! });
  });

  it('wrong token, missing token: neither opens a session', async () => {
    const { place } = loopback;
    for (const tokens of [{}, { once: 'A'.repeat(22) }, { page: 'A'.repeat(22) }]) {
      const reply = await ask(place, entering(place, tokens));
      expect(reply.status).toBe(401);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    for (const tokens of [{ once: 7 }, { once: '' }, { once: tokenOf(loopback.address), more: 1 }, []]) {
      expect((await ask(place, entering(place, tokens))).status).toBe(400);
    }
  });

  it('rebinding: a request that names another host gets nothing', async () => {
    const { place } = loopback;
    const port = place.host.split(':')[1];
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`, '127.0.0.1', '']) {
      expect((await ask(place, { headers: { host } })).status).not.toBe(200);
      const enterThere = entering(place, { once: tokenOf(loopback.address) });
      const reply = await ask(place, { ...enterThere, headers: { ...enterThere.headers, host } });
      expect(reply.status).not.toBe(200);
    }
    const entry = await enter(loopback);
    const rebound = openLine(place, { ...entry, origin: place.origin, host: `evil.example:${port}` });
    await expect(rebound).rejects.toThrow('421');
  });

  it('cross-site write: a page of another origin cannot enter, even with the token', async () => {
    const { place } = loopback;
    const asking = entering(place, { once: tokenOf(loopback.address) });
    const port = Number(place.host.split(':')[1]);
    const origins = [
      'https://evil.example',
      'null',
      `http://localhost:${port}`,
      `http://127.0.0.1:${port + 1}`,
    ];
    for (const origin of origins) {
      expect((await ask(place, { ...asking, headers: { ...asking.headers, origin } })).status).toBe(403);
    }
    expect((await ask(place, { ...asking, headers: without(asking.headers, 'origin') })).status).toBe(403);
    const preflight = await ask(place, {
      method: 'OPTIONS',
      path: sessionPath,
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('form post: only JSON is read', async () => {
    const { place } = loopback;
    const asking = entering(place, { once: tokenOf(loopback.address) });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json, text/plain',
      '',
    ]) {
      const headers = { ...asking.headers, 'content-type': type };
      expect((await ask(place, { ...asking, headers })).status).toBe(415);
    }
  });

  it('borrowed page: files are not given to the pages of other sites', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    };
    expect((await ask(loopback.place, { path: '/assets/index.js', headers })).status).toBe(403);
    expect((await ask(loopback.place, { path: '/assets/index.js' })).status).toBe(200);
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await ask(loopback.place, { headers: link })).status).toBe(200);
    const frame = { ...link, 'sec-fetch-dest': 'iframe' };
    expect((await ask(loopback.place, { headers: frame })).status).toBe(403);
  });

  it('socket hijack: a line wants our origin, the cookie and the token of one and the same session', async () => {
    const { place } = loopback;
    const mine = await enter(loopback);
    const other = await enter({ place, address: addresses[0]! });
    const hijacks = [
      { ...mine, origin: 'https://evil.example' },
      { ...mine, origin: undefined },
      { origin: place.origin, cookie: mine.cookie },
      { origin: place.origin, page: mine.page },
      { origin: place.origin, cookie: mine.cookie, page: other.page },
      { origin: place.origin, cookie: mine.cookie.toUpperCase(), page: mine.page },
      { ...mine, origin: place.origin, path: '/elsewhere' },
    ];
    for (const hijack of hijacks) await expect(openLine(place, hijack)).rejects.toThrow(/40[134]/);
    (await openLine(place, { ...mine, origin: place.origin })).close();
  });

  it('oversized body: refused by its announced length, before it is read', async () => {
    const { place } = loopback;
    const asking = entering(place, { once: tokenOf(loopback.address) });
    const headers = { ...asking.headers, 'content-length': String(10 * messageLimit) };
    expect((await ask(place, { ...asking, headers, body: '' }).catch(() => ({ status: 0 }))).status).toBe(
      413,
    );
    const unannounced = { ...without(asking.headers, 'content-length'), 'transfer-encoding': 'chunked' };
    const chunked = { ...asking, headers: unannounced };
    expect((await ask(place, chunked)).status).toBe(411);
  });

  it('oversized frame: the line closes and the server lives', async () => {
    const { place } = loopback;
    const entry = await enter(loopback);
    const line = await openLine(place, { ...entry, origin: place.origin });
    line.on('error', () => undefined);
    line.send('x'.repeat(messageLimit + 1));
    expect((await once(line, 'close'))[0]).toBe(1009);
    const next = await pageLine(place, entry);
    expect(await next.answer('hello', {})).toMatchObject({ seq: 0 });
  });

  it.each(['no json', '[]', '{"id":"one"}', 'null'])('nonsense on the line (%s): it closes', async (text) => {
    const { place } = loopback;
    const line = await openLine(place, { ...(await enter(loopback)), origin: place.origin });
    line.send(text);
    await once(line, 'close');
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/%2e%2e%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    'file:///etc/passwd',
    '/assets/index.js%00.html',
    '/assets',
    '/__proto__',
  ])('traversal: %s leads nowhere', async (path) => {
    expect((await ask(loopback.place, { path })).status).toBe(404);
  });

  it('refuses a port that is taken with a sentence', async () => {
    const port = Number(loopback.place.host.split(':')[1]);
    const second = startLoopback({ host: test.local, page: testPage, port, onAddress: () => undefined });
    await expect(second).rejects.toMatchObject({ code: 'busy', message: /Port \d+ is taken/ });
  });

  it('tells its pages when it closes', async () => {
    const line = await openLine(loopback.place, {
      ...(await enter(loopback)),
      origin: loopback.place.origin,
    });
    const messages: string[] = [];
    line.on('message', (data) => messages.push((data as Buffer).toString('utf8')));
    await test.local.end('Kithmap was closed.');
    await Promise.all([once(line, 'close'), loopback.close()]);
    expect(messages.map((text) => JSON.parse(text) as unknown)).toContainEqual({
      event: { type: 'closing', reason: 'Kithmap was closed.' },
    });
    loopback = await startLoopback({ host: test.local, page: testPage, port: 0, onAddress: () => undefined });
  });
});

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
