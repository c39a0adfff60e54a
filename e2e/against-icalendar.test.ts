/** Calendars from the terminal, read by a reader of somebody else's: python3-icalendar. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { pythonWith } from '../scripts/setup/readers.mjs';
import { expect, test, TODAY } from './fixtures';
import { addPerson, begin, go } from './steps';

const python = pythonWith('icalendar');

const Calendar = z.object({
  version: z.literal('2.0'),
  events: z.array(
    z.object({
      uid: z.string(),
      sequence: z.int(),
      stamp: z.string(),
      day: z.string(),
      wholeDay: z.boolean(),
      frequency: z.string(),
      interval: z.int(),
      summary: z.string(),
      description: z.string(),
      alarms: z.array(z.number()),
      errors: z.array(z.string()),
    }),
  ),
  others: z.array(z.string()),
});
const Labelled = z.array(z.object({ value: z.string() })).default([]);
const Exported = z.object({
  data: z.object({
    contacts: z.record(
      z.string(),
      z.object({ name: z.object({ full: z.string() }), emails: Labelled, phones: Labelled }),
    ),
  }),
});
const Due = z.object({
  due: z.array(z.object({ id: z.string(), cadence: z.object({ days: z.int() }) })),
});
const Week = z.object({
  from: z.string(),
  limit: z.int(),
  contacts: z.array(z.object({ id: z.string(), name: z.string() })),
});

const marker = 'quetzal-7f3a-embargo';
/** No backslash before an n: this reader takes the two, escaped as they should be, for a line break. */
const wildName = 'Zoë "x\\q" O’Wild; BEGIN:VEVENT, 小明 👩‍👩‍👧 '.repeat(4).trim();
const days = { DAILY: 1, WEEKLY: 7, MONTHLY: 30.44, YEARLY: 365.25 };

function read(file: string): z.infer<typeof Calendar> {
  const script = fileURLToPath(new URL('read-calendar.py', import.meta.url));
  const ran = spawnSync(python ?? '', [script, file], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  return Calendar.parse(JSON.parse(ran.stdout));
}

test('a calendar of who is due is read back event by event', async ({ kithmap, dataFolder }) => {
  test.skip(python === undefined, 'python3-icalendar is not on this machine');
  const place = (name: string): string => join(dataFolder, '..', name);
  const file = place('due.ics');
  expect((await kithmap('sample')).code).toBe(0);
  const card = `FN:${wildName.replace(/[\\,;]/g, '\\$&')}\r\nNICKNAME:wild\r\nEMAIL:wild@example.org`;
  await writeFile(place('wild.vcf'), `BEGIN:VCARD\r\nVERSION:4.0\r\n${card}\r\nEND:VCARD\r\n`);
  expect((await kithmap('import', place('wild.vcf'))).code).toBe(0);
  const logged = await kithmap('log', `call @wild yesterday re: ${marker} !confidential`);
  expect(logged.code, logged.stderr).toBe(0);
  const written = await kithmap('export', '--format', 'ics', '-o', file);
  expect(written.code, written.stderr).toBe(0);

  const { contacts } = Exported.parse(JSON.parse((await kithmap('export', '--format', 'json')).stdout)).data;
  const { due } = Due.parse(JSON.parse((await kithmap('due', '--json')).stdout));
  const { limit } = Week.parse(JSON.parse((await kithmap('week', '--json')).stdout));
  const { events, others } = read(file);
  expect(others).toEqual([]);
  const byId = new Map(events.map((event) => [/^due-(.+)@kithmap$/.exec(event.uid)?.[1] ?? '', event]));
  expect(byId.size).toBe(events.length);
  expect(due.length).toBeGreaterThan(limit);

  for (const [id, event] of byId) {
    const contact = contacts[id];
    const told = [...(contact?.emails ?? []), ...(contact?.phones ?? [])].map(({ value }) => value);
    expect(event).toMatchObject({
      wholeDay: true,
      alarms: [9],
      errors: [],
      stamp: `${TODAY}T09:00:00+00:00`,
    });
    expect(event.summary).toBe(`Be in touch with ${contact?.name.full}`);
    expect(event.day >= TODAY).toBe(true);
    for (const word of [contact?.name.full ?? '', ...told]) expect(event.description).toContain(word);
  }
  for (const { id, cadence } of due) {
    const { frequency, interval } = z
      .object({ frequency: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']), interval: z.int() })
      .parse(byId.get(id));
    expect(Math.abs(days[frequency] * interval - cadence.days)).toBeLessThan(2 + cadence.days * 0.02);
  }
  const onFirst = due.slice(0, limit).map(({ id }) => byId.get(id)?.day);
  expect(new Set(onFirst)).toEqual(new Set([TODAY]));
  expect([...byId.values()].map(({ summary }) => summary)).toContain(`Be in touch with ${wildName}`);
  expect(JSON.stringify(events)).not.toContain('quetzal');

  expect((await kithmap('log', 'lunch @wild today')).code).toBe(0);
  expect((await kithmap('export', '--format', 'ics', '-o', place('again.ics'))).code).toBe(0);
  expect(read(place('again.ics')).events.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
});

test('a weekly review is read back as one event with the names on the list', async ({
  kithmap,
  dataFolder,
}) => {
  test.skip(python === undefined, 'python3-icalendar is not on this machine');
  const file = join(dataFolder, '..', 'week.ics');
  const empty = await kithmap('export', '--format', 'ics', '--weekly', '-o', file);
  expect(empty).toMatchObject({ code: 1, stderr: expect.stringMatching(/Nobody is in the network yet/) });
  expect(read(file).events).toEqual([]);

  expect((await kithmap('sample')).code).toBe(0);
  expect((await kithmap('export', '--format', 'ics', '--weekly', '-o', file)).code).toBe(0);
  const week = Week.parse(JSON.parse((await kithmap('week', '--json')).stdout));
  const [review, ...others] = read(file).events;
  expect(others.filter(({ uid }) => !uid.startsWith('group-'))).toEqual([]);
  expect(review).toMatchObject({
    ...{ uid: 'weekly-review@kithmap', day: week.from, wholeDay: true, frequency: 'WEEKLY', interval: 1 },
    ...{ alarms: [9], errors: [] },
  });
  expect(week.contacts.length).toBeGreaterThan(0);
  for (const { name } of week.contacts) expect(review?.description).toContain(name);
});

test('both calendars are among the exports of the app', async ({ person, dataFolder }) => {
  test.skip(python === undefined, 'python3-icalendar is not on this machine');
  const save = async (name: string): Promise<z.infer<typeof Calendar>['events']> => {
    const [download] = await Promise.all([
      person.waitForEvent('download'),
      person.getByRole('button', { name: `Save as ${name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`kithmap-${TODAY}.ics`);
    const file = join(dataFolder, '..', 'saved.ics');
    await download.saveAs(file);
    return read(file).events;
  };
  await begin(person, 'Start empty');
  await addPerson(person, 'Noor Haddad');
  await go(person, 'Data');
  expect(await save('Calendar, once a week')).toHaveLength(1);
  expect(await save('Calendar, person by person')).toEqual([]);
  await expect(person.getByText('Nobody has a cadence')).toBeVisible();
});
