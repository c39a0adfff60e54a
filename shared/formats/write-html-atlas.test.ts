import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import { darkColours, lightColours } from './html-atlas-colours';
import { htmlAtlasScript } from './html-atlas-script';
import { networkOf } from './network.testing';
import { writeHtmlAtlas } from './write-html-atlas';

const asked = { today: '2026-05-04', locale: 'en-GB', nonce: 'n0' };

function pageOf(network: Parameters<typeof writeHtmlAtlas>[0]): { html: string; data: unknown } {
  const html = [...writeHtmlAtlas(network, asked)].join('');
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
  return { html, data: JSON.parse(data) };
}

describe('the atlas as a page', () => {
  it('holds people with their places, ties with guesses marked, and no confidential text', () => {
    const made = new TestNetwork();
    made.settings({ me: 'me' });
    made.contact('me');
    made.contact('ana', {
      emails: [{ value: 'ana@x.example' }, { value: 'no address' }],
      urls: [{ value: 'javascript:alert(1)' }, { value: 'x.example/a' }],
      organisations: [
        { name: 'Old', to: '2020' },
        { name: 'Acme', title: 'Engineer' },
      ],
    });
    made.contact('ben');
    made.put('clusters', { id: 'g', name: 'Rowers', tint: 3 });
    made.put('positions', { id: 'ana', x: 10.4, y: -3, cluster: 'g' });
    made.put('ties', {
      ...{
        id: 't',
        a: 'ana',
        b: 'ben',
        state: 'inferred',
        confidence: 0.5,
        createdAt: '2026-05-01T10:00:00.000Z',
      },
    });
    made.put('ties', { id: 'u', a: 'ana', b: 'me', state: 'known', createdAt: '2026-05-01T10:00:00.000Z' });
    made.put('confidential', { id: 'x', text: 'quetzal' });
    made.put('notes', {
      ...{ id: 'n', contact: 'ana', confidential: 'x', at: '2026-05-01T10:00:00.000Z', day: '2026-05-01' },
    });
    const { html, data } = pageOf(made.network);
    expect(html).not.toContain('quetzal');
    expect(data).toMatchObject({
      people: [
        {
          ...{ n: 'Ana', x: 10, y: -3, g: 0, r: 'Engineer, Acme', o: [] },
          w: [
            ['ana@x.example', 'mailto:ana%40x.example'],
            ['no address', null],
            ['javascript:alert(1)', null],
            ['x.example/a', 'https://x.example/a'],
          ],
        },
        { n: 'Ben', g: -1 },
      ],
      groups: [{ n: 'Rowers', t: 3 }],
      ties: [[0, 1, 1]],
    });
  });

  it('is one page with two scripts, whatever people are called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(
            '</script><script>alert(1)</script>',
            '<!--<script>',
            '"><img src=x onerror=a>',
            '\u2028',
          ),
          fc.string({ unit: 'binary' }),
        ),
        (full) => {
          const { html, data } = pageOf(
            networkOf({ contacts: [{ id: 'a', name: { full }, tags: [`t${full}`] }] }),
          );
          expect(html.match(/<script|<!--|<img/gu)).toEqual(['<script', '<script']);
          expect(data).toMatchObject({ people: [{ t: [`t${full}`] }] });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks nobody: its policy allows what is in the file', () => {
    const { html } = pageOf(networkOf({}));
    expect(html).toContain(`default-src 'none'; script-src 'nonce-n0'; style-src 'nonce-n0'`);
    expect(html).not.toMatch(/https?:|url\(|@import/);
    expect(() => new Script(htmlAtlasScript)).not.toThrow();
  });

  it('says so where nobody is in it', () => {
    const pieces = writeHtmlAtlas(networkOf({}), asked);
    let next = pieces.next();
    while (next.done !== true) next = pieces.next();
    expect(next.value).toEqual([expect.stringMatching(/^Nobody is in this atlas/)]);
  });

  it('has the colours of the app', () => {
    const tokens = readFileSync(new URL('../../renderer/app/tokens.css', import.meta.url), 'utf8');
    const [light = '', dark = ''] = tokens.split("[data-theme='dark'] {");
    for (const [block, colours] of [
      [light, lightColours],
      [dark, darkColours],
    ] as const) {
      for (const [name, value] of Object.entries(colours)) expect(block).toContain(`--k-${name}: ${value};`);
    }
  });
});
