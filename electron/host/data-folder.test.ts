import { describe, expect, it } from 'vitest';
import { dataFolder, platformFolder } from './data-folder';

describe('the data folder', () => {
  it('is the one that is named, before the one of the environment, before that of the platform', () => {
    expect(dataFolder('/a/b', { KITHMAP_DATA: '/c' })).toBe('/a/b');
    expect(dataFolder(undefined, { KITHMAP_DATA: '/c' })).toBe('/c');
    expect(dataFolder(undefined, { KITHMAP_DATA: '', XDG_DATA_HOME: '/x' }).toLowerCase()).toContain(
      'kithmap',
    );
  });

  it.each([
    ['linux', {}, '/home/ana/.local/share/kithmap'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/kithmap'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ana/.local/share/kithmap'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ana/.local/share/kithmap'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ana/Library/Application Support/Kithmap'],
    ['win32', { APPDATA: '/appdata' }, '/appdata/Kithmap'],
    ['win32', {}, '/home/ana/AppData/Roaming/Kithmap'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(platformFolder(environment, platform, '/home/ana')).toBe(folder);
  });
});
