/** What meetings and mails become: people, interactions with me, guesses of who knows whom. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { EncounterRecord } from '../formats/record';
import { meetingWith } from '../keeping/meetings';
import { setsClockBack } from '../keeping/real-contact';
import type { Evidence, Interaction, Tie } from '../model/entities';
import { Desk, file, mail, person, type TestFile } from './importing.testing';
import { letter, meeting } from './encounters.testing';

const me = 'me@x.org';
const ana = 'Ana Silva <ana@x.org>';
const ben = 'Ben Okoro <ben@x.org>';
const cem = 'Cem Aydin <cem@x.org>';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.do('me.set', { addresses: [{ kind: 'email', value: me }] });
});

const of = (...items: EncounterRecord[]): TestFile => file('kithmap', items, 'a file of mine');
const names = (): string[] =>
  desk
    .contacts()
    .map(({ name }) => name.full)
    .filter((name) => name !== '')
    .sort();
const interactions = (): Interaction[] => [...desk.network.all('interactions')];
const ties = (): Tie[] => [...desk.network.all('ties')];
const evidence = (): Evidence[] => [...desk.network.all('evidence')];
const idOf = (name: string): string => desk.named(name).id;

describe('people of meetings and mails', () => {
  it('become contacts where I met them in a small meeting or wrote to them', () => {
    desk.import(of(meeting('2026-03-02', [me, ana, ben]), letter('2026-03-03', me, [cem])));
    expect(names()).toEqual(['Ana Silva', 'Ben Okoro', 'Cem Aydin']);
    expect(desk.named('Ana Silva').emails).toEqual([{ value: 'ana@x.org' }]);
  });

  it('are left out where one mail of theirs is all there is, and counted', () => {
    const { plan } = desk.import(of(letter('2026-03-03', ana, [me])));
    expect(names()).toEqual([]);
    expect(plan.rows.map(({ kind }) => kind)).toEqual(['note', 'skipped']);
    expect(plan.rows[0]?.detail).toMatch(/^1 more person is in these files and left out/);
  });

  it('become contacts with three personal mails, not with three of a list', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
    desk.import(of(...days.map((day) => letter(day, ana, [me]))));
    desk.import(of(...days.map((day) => letter(day, ben, [me], { bulk: true }))));
    expect(names()).toEqual(['Ana Silva']);
  });

  it('are the contacts there are by their address, never by a name alone', () => {
    desk.import(file('vcard', [person('Ana Silva', mail('ANA@x.org')), person('Cem Aydin')]));
    desk.import(of(meeting('2026-03-02', [me, 'Ana S. <ana@x.org>', 'Cem Aydin <cem@y.org>', 'Ben Okoro'])));
    expect(names()).toEqual(['Ana Silva', 'Cem Aydin', 'Cem Aydin']);
  });

  it('are me where what is said of them is mine, and count as me from the first time on', () => {
    const page = 'https://linkedin.com/in/me';
    const row = person('Me', { emails: [{ value: me }], urls: [{ value: page }] });
    const byPage = { role: 'organiser' as const, email: 'old@x.org', url: page };
    const met = meeting('2026-03-02', [ana]);
    const both = { ...met, participants: [...met.participants, byPage] };
    const wrote = { ...letter('2026-03-03', 'old@x.org', [cem]), key: 'a letter of mine' };
    const files = file('kithmap', [both, wrote, row]);
    const { plan } = desk.import(files);
    expect(names()).toEqual(['Ana Silva', 'Cem Aydin', 'Me']);
    expect(plan.counts.interactions).toBe(2);
    expect(desk.plan([files]).changes).toEqual([]);
  });

  it('are known by an address that a file brought, also once the user has changed it', () => {
    const files = [file('vcard', [person('Ana', mail('ana@x.org'))]), of(meeting('2026-03-02', [me, ben]))];
    desk.import(...files);
    for (const [name, value] of [
      ['Ana', 'new@x.org'],
      ['Ben Okoro', 'his@x.org'],
    ] as const) {
      desk.do('contact.edit', { id: idOf(name), emails: [{ value }] });
    }
    const { plan } = desk.import(of(meeting('2026-03-03', [me, ana, ben])));
    expect(plan.counts).toMatchObject({ new: 0, interactions: 1, ties: 1 });
    expect(names()).toEqual(['Ana', 'Ben Okoro']);
  });

  it('are no robots, rooms and huge meetings', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => `p${at}@x.org`);
    desk.import(
      of(
        meeting('2026-03-02', [me, 'noreply@x.org', 'room-1@resource.calendar.google.com', ana]),
        meeting('2026-03-03', [me, ...crowd]),
        letter('2026-03-04', me, ['jira@x.org', 'build+notifications@x.org']),
      ),
    );
    expect(names()).toEqual(['Ana Silva']);
  });

  it('have the name that stands beside their address most often, the right way round', () => {
    desk.import(
      of(
        meeting('2026-03-02', [me, 'ana@x.org']),
        meeting('2026-03-03', [me, "'Silva, Ana' <ana@x.org>"]),
        meeting('2026-03-04', [me, 'ben@x.org <ben@x.org>']),
      ),
    );
    expect(names()).toEqual(['Ana Silva', 'ben@x.org']);
    expect(desk.named('ben@x.org').nameDoubt).toBe('guessed');
  });
});

describe('an interaction that the user took out', () => {
  const files = (): TestFile => of(letter('2026-03-02', me, [ana], { line: 7, title: 'Lunch' }));

  it('stays away when the same comes again, and is counted; taken back, it is unchanged', () => {
    desk.import(files());
    const [sent] = interactions();
    const patches = desk.do('interaction.remove', { id: sent?.id ?? '' });
    const { plan } = desk.import(files());
    expect(interactions()).toEqual([]);
    expect(plan.counts).toMatchObject({ new: 0, skipped: 1, intended: 1, interactions: 0 });
    expect(plan.rows[0]).toMatchObject({
      ...{ kind: 'skipped', line: 7, person: 'Ana Silva', contact: idOf('Ana Silva') },
      detail: 'You removed it, and it stays away: mail on 2026-03-02: Lunch',
    });
    desk.undo(patches);
    expect(interactions()).toEqual([sent]);
    expect(desk.network.count('removed')).toBe(0);
    expect(desk.plan([files()]).counts).toMatchObject({ skipped: 0, unchanged: 1 });
  });

  it('is not remembered where it was written by hand, nor where its person went', () => {
    desk.import(files());
    const contact = idOf('Ana Silva');
    desk.do('interaction.add', { id: 'mine', day: '2026-03-03', channel: 'call', with: [contact] });
    desk.do('interaction.remove', { id: 'mine' });
    desk.do('contact.remove', { id: contact });
    expect(desk.network.count('removed')).toBe(0);
    expect(desk.plan([files()]).counts).toMatchObject({ new: 1, interactions: 1 });
  });
});

describe('what is left out', () => {
  it('of mails while nobody knows who I am is one row of each file, with their number and what to do', () => {
    const nobody = new Desk();
    const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
    const box = of(
      ...days.map((day) => letter(day, ana, ['Cem Aydin <cem@x.org>'])),
      letter('2026-03-04', ana, ['list@x.org'], { bulk: true }),
    );
    const { rows, counts } = nobody.plan([box, of(letter('2026-03-05', ben, [ana]))]);
    const left = rows.filter(({ kind }) => kind === 'skipped');
    expect(left.map(({ count, intended }) => [count, intended])).toEqual([
      [3, undefined],
      [1, undefined],
      [undefined, true],
    ]);
    expect(left[0]?.detail).toMatch(/^3 mails and messages are left out, from this line on.*Say which are/);
    expect(counts).toMatchObject({ skipped: 5, intended: 1 });
    const alone = new Desk().plan([
      of(...days.map((day) => letter(day, 'noreply@x.org', [ben])), letter('2026-03-06', ben, ['x@x.org'])),
    ]);
    expect(alone.counts).toMatchObject({ skipped: 4, intended: 3 });
  });

  it('of mails that count for ties between others is said once, too', () => {
    const nobody = new Desk();
    nobody.import(
      file(
        'vcard',
        ['ana@x.org', 'ben@x.org', 'cem@x.org'].map((one) => person(one, mail(one))),
      ),
    );
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
    const { rows, counts } = nobody.plan([of(...days.map((day) => letter(day, 'x@x.org', [ana, ben, cem])))]);
    const told = rows.filter(({ kind }) => kind === 'note' || kind === 'others');
    expect(told).toMatchObject([
      { kind: 'note', detail: expect.stringMatching(/^Kithmap does not know yet/) },
      { kind: 'others', count: 4, detail: '4 mails and messages count for ties between the others.' },
    ]);
    expect(counts).toMatchObject({ skipped: 0, others: 4 });
  });

  it('on purpose is told from what wants a look', () => {
    const { rows, counts } = desk.plan([
      of(
        letter('2026-03-01', ana, [ben]),
        letter('2026-03-02', me, [me]),
        letter('2026-09-01', ana, [me]),
        letter('2026-03-03', 'robot-noreply@x.org', [me]),
      ),
    ]);
    expect(counts.skipped).toBe(rows.filter(({ kind }) => kind === 'skipped').length);
    const toSee = rows.filter(({ kind, intended }) => kind === 'skipped' && intended !== true);
    expect(toSee.map(({ detail }) => detail)).toEqual(['It is dated in the future.']);
  });
});

describe('interactions with me', () => {
  it('are made of mails with their direction, of who wrote and not who else got it', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org')), person('Ben', mail('ben@x.org'))]));
    const { plan } = desk.import(
      of(letter('2026-03-02', ana, [me, ben], { title: 'Lunch?' }), letter('2026-03-03', me, [ana, ben])),
    );
    expect(plan.counts.interactions).toBe(2);
    expect(interactions()).toMatchObject([
      {
        day: '2026-03-02',
        channel: 'mail',
        direction: 'theirs',
        with: [idOf('Ana')],
        size: 3,
        summary: 'Lunch?',
      },
      { day: '2026-03-03', direction: 'mine', with: [idOf('Ana'), idOf('Ben')].sort() },
    ]);
    expect(desk.network.index.summary(idOf('Ana'))).toEqual({ last: '2026-03-03', count: 2 });
  });

  it('are made of meetings, of those to come as planned ones that the next file brings up to date', () => {
    const key = 'm1';
    desk.import(of(meeting('2026-05-08', [me, ana], { key, minutes: 30 })));
    expect(interactions()).toMatchObject([
      { day: '2026-05-08', planned: true, minutes: 30, direction: 'both' },
    ]);
    const moved = desk.import(of(meeting('2026-04-30', [me, ana], { key, minutes: 45 })));
    expect(moved.plan.counts.interactions).toBe(1);
    expect(interactions()).toMatchObject([{ day: '2026-04-30', minutes: 45 }]);
    expect(interactions()[0]).not.toHaveProperty('planned');
  });

  it('set the clock of staying in touch back, but for large ones, and settle who has a day ahead', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org'))]));
    const crowd = Array.from({ length: 12 }, (_, at) => `p${at}@x.org`);
    desk.import(
      of(
        letter('2026-03-02', me, [ana]),
        meeting('2026-03-03', [me, ana]),
        meeting('2026-03-04', [me, ana, ...crowd]),
        meeting('2026-05-08', [me, ana], { title: 'Lunch' }),
      ),
    );
    const counting = interactions().filter((one) => setsClockBack(one, false));
    expect(counting.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
    const week = { from: '2026-05-04', to: '2026-05-10' };
    expect(meetingWith(desk.network, { groupEventsCount: false }, idOf('Ana'), week)?.day).toBe('2026-05-08');
  });

  it('keep what the user wrote once they have happened', () => {
    const one = meeting('2026-03-02', [me, ana], { key: 'm1', title: 'Sync' });
    desk.import(of(one));
    desk.do('interaction.edit', { id: interactions()[0]!.id, summary: 'Her new job' });
    expect(desk.plan([of({ ...one, title: 'Sync!' })]).changes).toEqual([]);
  });

  it('gain who became a contact since, and nobody whom the user took out', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org')), person('Ben', mail('ben@x.org'))]));
    const crowd = Array.from({ length: 12 }, (_, at) => `p${at}@x.org`);
    const big = of(meeting('2026-03-02', [me, ana, ben, cem, ...crowd]));
    desk.import(big);
    desk.do('interaction.edit', { id: interactions()[0]!.id, with: [idOf('Ana')] });
    desk.at('2026-05-02T10:00:00.000Z');
    desk.import(file('vcard', [person('Cem', mail('cem@x.org'))]));
    desk.import(big);
    expect(interactions()[0]?.with).toEqual([idOf('Ana'), idOf('Cem')]);
  });

  it('are not made of broadcasts, of what is not mine and of mails without an address of mine', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => `p${at}@x.org`);
    desk.import(file('vcard', [person('Ana', mail('ana@x.org')), person('Ben', mail('ben@x.org'))]));
    const { plan } = desk.import(
      of(
        letter('2026-03-02', me, [ana, ...crowd]),
        letter('2026-03-03', ana, ['zoe@x.org']),
        meeting('2026-03-04', [ana, ben]),
        letter('2027-03-02', ana, [me]),
      ),
    );
    expect(interactions()).toEqual([]);
    expect(plan.rows.filter(({ kind }) => kind === 'skipped').map(({ detail }) => detail)).toEqual([
      'It is dated in the future.',
      'Sent to so many that it is in touch with nobody in particular.',
      'None of your addresses is in it.',
    ]);
  });

  it('are made of a calendar that names one other, also where it does not name me', () => {
    desk.import(of(meeting('2026-03-02', [ana])));
    expect(interactions()).toMatchObject([{ with: [idOf('Ana Silva')] }]);
  });
});

describe('ties from evidence', () => {
  it('are guessed of small meetings and mails, with their evidence', () => {
    desk.import(
      of(
        meeting('2026-03-02', [me, ana, ben], { title: 'Budget' }),
        letter('2026-03-03', me, [ana, ben]),
        letter('2026-03-03', me, [ana, ben], { key: 'another that day' }),
      ),
    );
    // 1 - 0.75 * 0.75 ** 2: one meeting of three and two mails to two.
    expect(ties()).toMatchObject([{ state: 'inferred', confidence: 0.5781 }]);
    expect(evidence()).toMatchObject([
      { kind: 'meeting', day: '2026-03-02', size: 3, count: 1, label: 'Budget' },
      { kind: 'mail', day: '2026-03-03', size: 2, count: 2 },
    ]);
  });

  it('are not guessed below a confidence of a tenth, which is counted', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org')), person('Ben', mail('ben@x.org'))]));
    const others = Array.from({ length: 7 }, (_, at) => `p${at}@x.org`);
    const { plan } = desk.import(of(letter('2026-03-02', 'zoe@x.org', [me, ana, ben, ...others])));
    expect(ties()).toEqual([]);
    expect(plan.rows.some(({ detail }) => /^\d+ pairs? met too rarely/.test(detail))).toBe(true);
  });

  it('that are known have the evidence, too, and stay known', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org')), person('Ben', mail('ben@x.org'))]));
    desk.do('tie.add', { a: idOf('Ana'), b: idOf('Ben') });
    const { plan } = desk.import(of(meeting('2026-03-02', [me, ana, ben])));
    expect(ties()).toMatchObject([{ state: 'known' }]);
    expect(evidence().map(({ kind }) => kind)).toEqual(['said', 'meeting']);
    expect(plan.counts.ties).toBe(1);
  });

  it('stay away once the user said no, until the user says otherwise', () => {
    const one = of(meeting('2026-03-02', [me, ana, ben]));
    desk.import(one);
    desk.do('tie.deny', { ids: [ties()[0]!.id] });
    const again = desk.plan([one]);
    expect(again.changes).toEqual([]);
    expect(again.rows.some(({ detail }) => detail.startsWith('1 pair you said do not know'))).toBe(true);
    desk.do('tie.add', { a: idOf('Ana Silva'), b: idOf('Ben Okoro') });
    expect([...desk.network.all('pairDecisions')]).toEqual([]);
  });

  it('keep the newest hundred pieces of a kind', () => {
    const days = Array.from({ length: 130 }, (_, at) =>
      new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const one = of(...days.map((day) => letter(day, me, [ana, ben])));
    desk.import(one);
    expect(evidence()).toHaveLength(100);
    expect(
      evidence()
        .map(({ day }) => day)
        .sort()[0],
    ).toBe(days[30]);
    expect(desk.plan([one]).changes).toEqual([]);
  });

  it('stay where they were confirmed before the import is taken back, with the two they are of', () => {
    const { patches } = desk.import(
      of(meeting('2026-03-02', [me, ana, ben]), meeting('2026-03-03', [me, cem])),
    );
    desk.do('tie.confirm', { id: ties()[0]!.id });
    const { kept } = desk.undo(patches);
    expect(kept.some(({ table, reason }) => table === 'ties' && reason === 'changed-since')).toBe(true);
    expect(ties()).toMatchObject([{ state: 'known' }]);
    expect(evidence().map(({ kind }) => kind)).toEqual(['said']);
    expect(names()).toEqual(['Ana Silva', 'Ben Okoro']);
    expect(interactions()).toEqual([]);
  });

  it('go with the import, and what was there stays', () => {
    desk.import(file('vcard', [person('Ana', mail('ana@x.org'))]));
    const before = desk.network.toData();
    const { patches } = desk.import(
      of(meeting('2026-03-02', [me, ana, ben]), letter('2026-03-03', me, [ana])),
    );
    expect(desk.undo(patches).kept).toEqual([]);
    expect(desk.network.toData()).toEqual(before);
  });
});

describe('who I am', () => {
  const mailbox = of(
    letter('2026-03-01', ana, ['Mara <mara@y.org>']),
    letter('2026-03-02', ben, ['mara@y.org', 'zoe@y.org']),
    letter('2026-03-03', 'mara@y.org', [cem]),
    letter('2026-03-04', 'mara@y.org', [ana, ben]),
  );

  it('is asked where the files name none of my addresses, the most frequent first', () => {
    const { plan } = desk.import(mailbox);
    expect(plan.asks?.records).toBe(4);
    expect(plan.asks?.candidates[0]).toEqual({ kind: 'email', value: 'mara@y.org', name: 'Mara', times: 4 });
    expect(names()).toEqual([]);
    expect(plan.rows.some(({ detail }) => detail.startsWith('mara@y.org is most likely you'))).toBe(true);
  });

  it('is not asked again once it was said', () => {
    desk.do('me.set', { addresses: [me, 'mara@y.org'].map((value) => ({ kind: 'email', value })) });
    const { plan } = desk.import(mailbox);
    expect(plan.asks).toBeUndefined();
    expect(names()).toEqual(['Ana Silva', 'Ben Okoro', 'Cem Aydin']);
    expect(plan.counts.interactions).toBe(4);
  });

  it('is not asked of a calendar whose meetings are with many different people', () => {
    desk.import(of(meeting('2026-03-02', [ana]), meeting('2026-03-03', [ben])));
    expect(desk.plan([of(meeting('2026-03-02', [ana]), meeting('2026-03-03', [ben]))]).asks).toBeUndefined();
  });
});
