/** One notification a day: at its hour or as soon after it as one is awake, once, and of names and days alone. */
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { KithmapError } from '../../shared/errors';
import { testHost } from '../memory.testing';
import { DailyDigest, withDigest } from './daily-digest';
import { sideFile } from './side-file';

interface Desk {
  readonly said: string[];
  readonly faults: unknown[];
  readonly edit: (name: string, args: Record<string, unknown>) => Promise<unknown>;
  /** Looks at the clock at a moment. */
  readonly at: (moment: string) => Promise<void>;
  readonly folder: string;
}

/** A program on a data folder, with somebody who is long due. @param hour the one that was chosen */
async function desk(
  hour: number | null = 9,
  folder = mkdtempSync(join(tmpdir(), 'kithmap-digest-')),
): Promise<Desk> {
  let now = new Date('2026-05-04T00:00:00Z');
  const clock = {
    now: () => now,
    today: () => now.toISOString().slice(0, 10),
    zone: 'UTC',
    locale: 'en-GB',
  };
  const { local } = testHost({ clock });
  const said: string[] = [];
  const faults: unknown[] = [];
  const digest = new DailyDigest(local, {
    clock,
    file: sideFile(folder, 'notified.json'),
    notify: (text) => said.push(text),
    onFault: (error) => faults.push(error),
  });
  const host = hostOf(local);
  const { client } = await host.call('hello', {});
  const edit: Desk['edit'] = (name, args) => host.call('edit', { client, name, args });
  await edit('contact.add', { id: 'ana', name: { full: 'Ana Silva' }, cadenceDays: 30 });
  await edit('interaction.add', { with: ['ana'], channel: 'call', day: '2026-01-01' });
  await edit('settings.change', { digestHour: hour });
  return {
    said,
    faults,
    edit,
    folder,
    async at(moment) {
      now = new Date(moment);
      await digest.look();
    },
  };
}

describe('the notification of a day', () => {
  it('comes at its hour, once a day', async () => {
    const { at, said, faults } = await desk();
    await at('2026-05-04T08:59:30Z');
    expect(said).toEqual([]);
    await at('2026-05-04T09:00:00Z');
    expect(said).toEqual(['1 person this week: Ana Silva.']);
    for (const moment of ['04T09:00:30', '04T23:59:30', '05T00:00:00', '05T08:00:00'])
      await at(`2026-05-${moment}Z`);
    expect(said).toHaveLength(1);
    await at('2026-05-05T09:00:10Z');
    expect(said).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('comes late on the same day where the hour passed asleep, and is not made up for on the next', async () => {
    const { at, said } = await desk();
    await at('2026-05-04T17:40:00Z');
    expect(said).toHaveLength(1);
    await at('2026-05-07T06:00:00Z');
    expect(said).toHaveLength(1);
  });

  it('does not come again after a restart', async () => {
    const first = await desk();
    await first.at('2026-05-04T09:00:00Z');
    expect(statSync(join(first.folder, 'notified.json')).mode & 0o777).toBe(0o600);
    const second = await desk(9, first.folder);
    await second.at('2026-05-04T10:00:00Z');
    expect(second.said).toEqual([]);
    await second.at('2026-05-05T10:00:00Z');
    expect(second.said).toHaveLength(1);
  });

  it('never comes where no hour is chosen, or there is nothing to say', async () => {
    const without = await desk(null);
    await without.at('2026-05-04T23:00:00Z');
    const { at, said, edit } = await desk();
    await edit('interaction.add', { with: ['ana'], channel: 'call', day: '2026-05-04' });
    await at('2026-05-04T09:00:00Z');
    // What comes up later that day waits for the next.
    await edit('commitment.add', { contact: 'ana', by: 'me', text: 'slides', due: '2026-05-04' });
    await at('2026-05-04T10:00:00Z');
    expect([...without.said, ...said]).toEqual([]);
  });

  it('tries again where nobody could be asked, and no longer once it is closed', async () => {
    let answer: () => Promise<unknown> = () => Promise.reject(new KithmapError('unavailable', 'Gone.'));
    const asked: string[] = [];
    const said: string[] = [];
    const faults: unknown[] = [];
    let look = (): void => undefined;
    const whole = withDigest(
      {
        answer: (method) => (asked.push(method), answer()),
        subscribe: () => () => undefined,
        close: () => Promise.resolve(),
      },
      (_ms, work) => {
        look = work;
        return () => (look = () => undefined);
      },
      {
        clock: { now: () => new Date(), today: () => '2026-05-04', zone: 'UTC', locale: 'en' },
        file: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
        notify: (text) => said.push(text),
        onFault: (error) => faults.push(error),
      },
    );
    look();
    // Again and again while one is under way is asked once.
    look();
    expect(asked).toEqual(['digest']);
    answer = () => Promise.resolve({ due: true, text: 'Hello.' });
    await expect.poll(() => (look(), said)).toEqual(['Hello.']);
    expect(faults).toEqual([]);
    const before = asked.length;
    await whole.close();
    look();
    expect(asked).toHaveLength(before);
  });

  it('says nothing of any text, confidential or not', async () => {
    const marker = fc.stringMatching(/^quetzal-[a-z0-9]{6,12}$/u);
    await fc.assert(
      fc.asyncProperty(marker, fc.boolean(), async (secret, confidential) => {
        const { at, said, edit } = await desk();
        const text = confidential ? { confidentialText: secret } : { text: secret };
        const summary = confidential ? { confidentialText: secret } : { summary: secret };
        await edit('commitment.add', { contact: 'ana', by: 'me', due: '2026-05-08', ...text });
        await edit('commitment.add', { contact: 'ana', by: 'them', due: '2026-05-08', ...text });
        await edit('interaction.add', { with: ['ana'], channel: 'call', day: '2026-01-02', ...summary });
        await edit('note.add', { contact: 'ana', ...text });
        await at('2026-05-04T09:00:00Z');
        expect(said).toEqual(['1 person this week: Ana Silva. One promise is due on Friday 8 May.']);
      }),
      { numRuns: 12 },
    );
  });
});
