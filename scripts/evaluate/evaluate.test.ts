import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasNetworks } from '../../shared/analysis/networks.testing';
import { plausibilityHalfLife } from '../../shared/suggestions/plausibility';
import { inProject } from '../setup/places.mjs';
import { evaluate } from './command';
import { evaluateCooling } from './cooling';
import { evaluateLinks } from './links';

const networks = inProject('..', 'shared', 'networks');
const logOf = (name: string) => readFileSync(join(networks, name, 'messages.csv'), 'utf8');
const Share = z.number().min(0).max(1);
const Auc = z.object({ fixed: Share, fitted: Share, days_since_last: Share, fixed_plain_count: Share });
const Cooling = z.object({
  contact_days: z.number(),
  horizons: z.record(
    z.string(),
    z.object({
      cases: z.number(),
      n_test: z.number(),
      base_rate: Share,
      auc: Auc,
      by_ratio: z.array(z.tuple([z.number(), z.number(), Share.nullable()])),
      calibration: z.array(
        z.object({ predicted: Share, observed: Share, low: Share, high: Share, cases: z.number() }),
      ),
    }),
  ),
});
const Links = z.object({
  known_ties: z.number(),
  candidates: z.number(),
  new_ties: z.number(),
  hits: z.number(),
  base_rate: Share,
  scores: z.record(z.string(), z.object({ auc: Share, hits_at_50: z.number(), hits_at_200: z.number() })),
});
const published = <T>(schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(join(networks, 'oracles', 'experiments.json'), 'utf8')));

describe.skipIf(!hasNetworks())('who speaks again, on real logs of mail', () => {
  const Published = z.object({
    cooling: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          n_test: z.number(),
          base_rate: z.number(),
          auc_test: z.record(z.string(), z.number()),
          by_ratio_gap_over_mean: z.array(z.tuple([z.number(), z.number(), z.number()])),
        }),
      ),
    ),
  });

  test.each([
    ['radoslaw_email', { fixed: 0.821, fitted: 0.84 }],
    ['eu_core_temporal_dept3', { fixed: 0.796, fitted: 0.815 }],
  ])('%s: the order and the fit are as good as they should be', (name, least) => {
    const { auc, calibration, n_test: cases } = Cooling.parse(evaluateCooling(logOf(name))).horizons['60']!;
    expect(auc.fixed).toBeGreaterThanOrEqual(least.fixed);
    expect(auc.fitted).toBeGreaterThanOrEqual(least.fitted);
    expect(auc.fixed).toBeGreaterThan(auc.fixed_plain_count);
    expect(calibration.reduce((sum, bin) => sum + bin.cases, 0)).toBe(cases);
  });

  test.each(['radoslaw_email', 'eu_core_temporal_dept3'])('%s: cases as others count them', (name) => {
    const { horizons } = Cooling.parse(evaluateCooling(logOf(name)));
    const expected = published(Published).cooling[name]!;
    expect(Object.keys(horizons)).toEqual(['30', '60', '90']);
    for (const [horizon, { n_test: cases, base_rate: rate, auc, by_ratio: byRatio }] of Object.entries(
      horizons,
    )) {
      const theirs = expected[`H${horizon}`]!;
      expect(cases).toBe(theirs.n_test);
      expect(rate).toBeCloseTo(theirs.base_rate, 3);
      expect(auc.days_since_last).toBeCloseTo(theirs.auc_test['days_since_last']!, 3);
      expect(auc.fitted).toBeCloseTo(theirs.auc_test['logit(log days, log ratio, log count)']!, 2);
      expect(byRatio.map(([from, count]) => [from, count])).toEqual(
        theirs.by_ratio_gap_over_mean.map(([from, count]) => [from, count]),
      );
      byRatio.forEach(([, , share], i) => expect(share).toBeCloseTo(theirs.by_ratio_gap_over_mean[i]![2], 3));
    }
  });
});

describe.skipIf(!hasNetworks())('who will meet, on real logs of mail', () => {
  test.each([
    ['radoslaw_email', { resource_allocation: [0.842, 9, 41], recent_adamic_adar: [0.838, 13, 35] }],
    ['eu_core_temporal_dept3', { adamic_adar: [0.646, 3, 10], recent_adamic_adar: [0.786, 5, 16] }],
  ])('%s: scores as others count them', (name, expected) => {
    const found = Links.parse(evaluateLinks(logOf(name)));
    const theirs = published(
      z.object({
        link_prediction: z.record(
          z.string(),
          z.object({
            train_ties: z.number(),
            candidate_pairs_at_distance_2: z.number(),
            new_ties_in_the_last_40pct: z.number(),
            of_them_at_distance_2: z.number(),
          }),
        ),
      }),
    ).link_prediction[name]!;
    expect(found).toMatchObject({
      known_ties: theirs.train_ties,
      candidates: theirs.candidate_pairs_at_distance_2,
      new_ties: theirs.new_ties_in_the_last_40pct,
      hits: theirs.of_them_at_distance_2,
    });
    for (const [score, [auc, at50, at200]] of Object.entries(expected)) {
      expect(found.scores[score]!.auc).toBeCloseTo(auc!, 3);
      expect(found.scores[score]).toMatchObject({ hits_at_50: at50, hits_at_200: at200 });
    }
  });
});

describe.skipIf(!hasNetworks())('plausibility, on real logs of mail', () => {
  test.each([
    ['radoslaw_email', [0.842, 9, 41]],
    ['eu_core_temporal_dept3', [0.786, 5, 16]],
  ] as const)('%s: foretells who will meet as well as the best classic score', (name, [auc, at50, at200]) => {
    const { plausibility } = Links.parse(evaluateLinks(logOf(name))).scores;
    expect(plausibility!.auc).toBeGreaterThanOrEqual(auc);
    expect(plausibility!.hits_at_50).toBeGreaterThanOrEqual(at50);
    expect(plausibility!.hits_at_200).toBeGreaterThanOrEqual(at200);
  });

  test('its half-life is the one that foretells best in the earlier parts of both', () => {
    const parts = ['radoslaw_email', 'eu_core_temporal_dept3'].flatMap((name) =>
      [0.5, 0.6].map((share) => firstPart(logOf(name), share)),
    );
    const mean = (halfLife: number): number =>
      parts.reduce(
        (sum, part) => sum + Links.parse(evaluateLinks(part, halfLife)).scores['plausibility']!.auc,
        0,
      ) / parts.length;
    const means = new Map([30, 45, 60, 90, 180].map((days) => [days, mean(days)]));
    const best = [...means].sort(([, a], [, b]) => b - a)[0]!;
    expect(best[0]).toBe(plausibilityHalfLife);
  }, 60_000);
});

/** The messages of the first part of a log's span. */
function firstPart(text: string, share: number): string {
  const [header = '', ...rows] = text.trim().split(/\r?\n/u);
  const column = header.split(',').indexOf('time');
  const times = rows.map((row) => Number(row.split(',')[column]));
  const [from, to] = times.reduce<readonly [number, number]>(
    ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
    [Infinity, -Infinity],
  );
  const until = from + share * (to - from);
  return [header, ...rows.filter((_, at) => times[at]! <= until)].join('\n');
}

describe('small logs', () => {
  const row = (a: string, b: string, day: number) => `${a},${b},${day * 86_400 + 5}`;
  const log = (...rows: string[]) => ['source,target,time', ...rows].join('\n');

  test('a log too short for a horizon has no figures for it, and no half without cases makes any up', () => {
    // 100 days: on days 40 and up to 70 nobody can be followed for 60 days but from day 40.
    const days = [0, 5, 10, 15, 20, 100];
    const { horizons } = z
      .object({ horizons: z.record(z.string(), z.object({ cases: z.number(), n_test: z.number() })) })
      .parse(evaluateCooling(log(...days.map((day) => row('1', '2', day)))));
    expect(horizons).toEqual({ 30: { cases: 4, n_test: 0 }, 60: { cases: 1, n_test: 0 } });
  });

  test('mails to oneself and copies on one day count once or not at all', () => {
    const found = evaluateCooling(
      log(row('1', '2', 0), row('2', '1', 0), row('1', '1', 1), row('1', '2', 3)),
    );
    expect(found).toMatchObject({
      messages: 4,
      to_self: 1,
      people: 2,
      pairs: 1,
      contact_days: 2,
      span_days: 3,
    });
  });

  test('two who write to the same one, and then to each other, are a hit', () => {
    const found = Links.parse(
      evaluateLinks(
        log(row('a', 'z', 0), row('b', 'z', 1), row('c', 'z', 2), row('b', 'a', 9), row('z', 'a', 10)),
      ),
    );
    expect(found).toMatchObject({ known_ties: 3, candidates: 3, new_ties: 1, hits: 1 });
    expect(found.scores['chance']).toMatchObject({ auc: 0.5, hits_at_50: 1 });
    expect(found.scores['resource_allocation']).toMatchObject({ auc: 0.5, hits_at_50: 1 });
  });

  test('nobody to introduce is said', () => {
    expect(() => evaluateLinks(log(row('a', 'b', 0), row('a', 'b', 9)))).toThrow('nobody to introduce');
  });
});

describe('the command', () => {
  const read = (path: string) =>
    path === 'log.csv'
      ? Promise.resolve('source,target,time\n1,2,5\n2,3,6\n1,3,90000')
      : Promise.reject(new Error('ENOENT'));

  test.each(['cooling', 'links'])('%s answers in one line of JSON', async (protocol) => {
    const { out, said, code } = await evaluate([protocol, 'log.csv'], read);
    expect(out).not.toContain('\n');
    expect(JSON.parse(out)).toMatchObject({ protocol, messages: 3 });
    expect([said, code]).toEqual(['', 0]);
  });

  test.each([
    [[], 'Say what to judge'],
    [['warmth', 'log.csv'], '"warmth" is not among'],
    [['cooling'], 'Name the file'],
    [['cooling', 'log.csv', 'more.csv'], 'One file at a time'],
    [['cooling', 'none.csv'], 'none.csv cannot be read'],
  ])('%j is refused with a sentence', async (args, words) => {
    const { out, said, code } = await evaluate(args, read);
    expect(said).toContain(words);
    expect([out, code]).toEqual(['', 2]);
  });

  test('--help tells of every protocol', async () => {
    const { out, code } = await evaluate(['--help'], read);
    for (const word of ['cooling LOG', 'links LOG', 'source,target,time']) expect(out).toContain(word);
    expect(code).toBe(0);
  });

  test('npm run evaluate reads a path from where one stands, and leaves with its code', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithmap-evaluate-'));
    try {
      writeFileSync(join(folder, 'log.csv'), await read('log.csv'));
      writeFileSync(join(folder, 'bad.csv'), 'source,target,time\n1,2,soon\n');
      const env = { ...process.env, npm_lifecycle_event: 'evaluate', INIT_CWD: folder };
      const run = (...args: string[]) =>
        new Promise<{ code: number; out: string; said: string }>((done) => {
          const child = execFile(
            process.execPath,
            [inProject('scripts', 'evaluate.mjs'), ...args],
            { cwd: inProject(), env },
            (_, out, said) => done({ code: child.exitCode ?? -1, out, said }),
          );
        });
      const good = await run('cooling', 'log.csv');
      expect(good).toMatchObject({ code: 0, said: '' });
      expect(JSON.parse(good.out)).toMatchObject({ protocol: 'cooling', messages: 3 });
      const bad = await run('links', 'bad.csv');
      expect(bad).toMatchObject({ code: 2, out: '' });
      expect(bad.said).toContain('bad.csv: Line 2 has no time');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
