import { describe, expect, it } from 'vitest';
import { clockFrom } from './clock';

describe('the clock', () => {
  it('stands still where the environment says so', () => {
    const clock = clockFrom({
      KITHMAP_TODAY: '2026-05-04',
      KITHMAP_NOW: '2026-05-03T23:30:00Z',
      TZ: 'Europe/Zurich',
    });
    expect(clock.today()).toBe('2026-05-04');
    expect(clock.now().toISOString()).toBe('2026-05-03T23:30:00.000Z');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-05-04T10:30:00Z', '2026-05-05'],
    ['America/St_Johns', '2026-05-04T02:00:00Z', '2026-05-03'],
    ['Europe/Zurich', '2026-03-29T00:59:59Z', '2026-03-29'],
  ])('says which day it is in %s', (TZ, KITHMAP_NOW, today) => {
    const clock = clockFrom({ TZ, KITHMAP_NOW });
    expect(clock.today()).toBe(today);
    expect(clock.zone).toBe(TZ);
  });

  it('goes by the system where nothing is said', () => {
    const before = Date.now();
    const clock = clockFrom({ KITHMAP_TODAY: '', TZ: 'Nowhere/At_All' });
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
    expect(clock.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it.each([
    [{ LANG: 'de_CH.UTF-8' }, 'de-CH'],
    [{ LC_ALL: 'pt_BR', LANG: 'en_US.UTF-8' }, 'pt-BR'],
    [{ LC_TIME: 'sr_RS@latin' }, 'sr-RS'],
  ])('takes the locale of %j', (environment, locale) => {
    expect(clockFrom(environment).locale).toBe(locale);
  });

  it.each(['C', 'POSIX', 'not a locale', 'xx_toolongforaregion'])('passes over the locale %s', (LANG) => {
    expect(clockFrom({ LANG }).locale).toBe(new Intl.DateTimeFormat().resolvedOptions().locale);
  });

  it.each([
    [{ KITHMAP_TODAY: '2026-02-30' }, 'KITHMAP_TODAY is not a day'],
    [{ KITHMAP_NOW: 'soon' }, 'KITHMAP_NOW is not a moment'],
  ])('refuses %j with what to do', (environment, message) => {
    expect(() => clockFrom(environment)).toThrow(message);
  });
});
