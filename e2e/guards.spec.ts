/** Attacks on the loopback host from a real browser: a page of another origin on this machine, and a second browser. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** A page on another port of this machine: to browsers it is the same site as ours, and another origin. */
async function attackersPage(): Promise<{ server: Server; address: string }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Somewhere else</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  return { server, address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/` };
}

/** What a page can find out by script about an attempt; never more than that it failed. */
async function attempt(page: Page, how: string, target: string, token: string): Promise<string> {
  return page.evaluate(
    async ([kind, origin, once]) => {
      const body = JSON.stringify({ once });
      const json = { 'content-type': 'application/json' };
      const tell = (promise: Promise<Response>): Promise<string> =>
        promise.then(
          async (response) => `${response.type} ${response.status} ${await response.text()}`,
          () => 'failed',
        );
      switch (kind) {
        case 'write':
          return tell(
            fetch(`${origin}/session`, { method: 'POST', headers: json, body, credentials: 'include' }),
          );
        case 'write without asking':
          return tell(
            fetch(`${origin}/session`, { method: 'POST', mode: 'no-cors', body, credentials: 'include' }),
          );
        case 'read':
          return tell(fetch(`${origin}/`, { credentials: 'include' }));
        case 'script':
          return new Promise<string>((resolve) => {
            const script = document.createElement('script');
            script.src = `${origin}/index.html`;
            script.addEventListener('load', () => resolve('loaded'));
            script.addEventListener('error', () => resolve('failed'));
            document.head.append(script);
          });
        case 'frame':
          return new Promise<string>((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = `${origin}/`;
            frame.addEventListener('load', () => {
              let seen = 'nothing';
              try {
                seen = frame.contentDocument?.title ?? '';
              } catch {
                // Another origin's document: that is what we want.
              }
              resolve(seen);
            });
            document.body.append(frame);
          });
        default:
          return new Promise<string>((resolve) => {
            const socket = new WebSocket(`${origin.replace('http', 'ws')}/line`, [
              'kithmap',
              `token.${once}`,
            ]);
            socket.addEventListener('open', () => resolve('opened'));
            socket.addEventListener('error', () => resolve('failed'));
          });
      }
    },
    [how, target, token] as const,
  );
}

test('a page on another port gets nothing, though the person is let in and the browser sends their cookie', async ({
  host,
  page,
}) => {
  const { origin, hash } = new URL(host.address);
  const printed = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const attacker = await attackersPage();
  await page.goto(attacker.address);
  // Before the person opened the page: the printed token, even if it were known, is of no use from elsewhere.
  expect(await attempt(page, 'write', origin, printed)).toBe('failed');
  expect(await attempt(page, 'write without asking', origin, printed)).toMatch(/^opaque 0 $|^failed$/);

  // Now they open it in the same browser, so the cookie is there.
  const own = await page.context().newPage();
  const entered = own.waitForResponse((response) => response.url().endsWith('/session'));
  await own.goto(host.address);
  expect((await entered).status()).toBe(200);
  expect((await own.context().cookies()).map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Strict' },
  ]);
  const pageToken = await own.evaluate(() => localStorage.getItem('kithmap.page-token') ?? '');

  expect(await attempt(page, 'write', origin, printed)).toBe('failed');
  expect(await attempt(page, 'read', origin, printed)).toBe('failed');
  expect(await attempt(page, 'script', origin, printed)).toBe('failed');
  expect(await attempt(page, 'frame', origin, printed)).not.toContain('Kithmap');
  // Even the page's own token does not open the line from another origin.
  expect(await attempt(page, 'line', origin, pageToken)).toBe('failed');
  attacker.server.close();
});

test('a used address does not let a second browser in, and the page says what to do', async ({
  host,
  browser,
}) => {
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  const own = await first.newPage();
  const entered = own.waitForResponse((response) => response.url().endsWith('/session'));
  await own.goto(host.address);
  expect((await entered).status()).toBe(200);
  expect(new URL(own.url()).hash).toBe('');
  const other = await second.newPage();
  await other.goto(host.address);
  await expect(other.getByText('Open Kithmap by the address that it printed last.')).toBeVisible();

  // A reload and another tab of the first browser still work, without any token in the address.
  const again = own.waitForResponse((response) => response.url().endsWith('/session'));
  await own.reload();
  expect((await again).status()).toBe(200);
  const tab = await first.newPage();
  const inTab = tab.waitForResponse((response) => response.url().endsWith('/session'));
  await tab.goto(new URL(host.address).origin);
  expect((await inTab).status()).toBe(200);
  await Promise.all([first.close(), second.close()]);
});
