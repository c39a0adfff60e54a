import { describe, expect, it } from 'vitest';
import { KithmapError } from '../../../shared/errors';
import { codeOf, diskError, refusesWriting } from './disk-error';

const thrown = (code: string): Error => Object.assign(new Error(code), { code });

describe('what the disk says', () => {
  it.each([
    ['ENOSPC', /disk is full \(\/x\)\. Free some space/],
    ['EDQUOT', /disk is full/],
    ['EROFS', /can only be read/],
    ['EACCES', /no permission/],
    ['EPERM', /no permission/],
    ['ENOTDIR', /a file where a folder should be/],
    ['ENOENT', /could not be found/],
    ['EIO', /reports a fault/],
    ['EMFILE', /too many files/],
    ['ENFILE', /too many files/],
    ['EWEIRD', /the disk said EWEIRD\. Check the disk/],
  ])('%s becomes a sentence to act on', (code, sentence) => {
    const error = diskError(thrown(code), 'Your edit', '/x');
    expect(error.code).toBe('disk');
    expect(error.message).toMatch(sentence);
    expect(error.message).toMatch(/^Your edit could not be /);
  });

  it('is a sentence without a path, without a code, and is not said twice', () => {
    expect(diskError('nonsense', 'The snapshot').message).toBe(
      'The snapshot could not be written or read. Check the disk and try again.',
    );
    const first = new KithmapError('damaged', 'It is damaged.');
    expect(diskError(first, 'The snapshot')).toBe(first);
    expect(codeOf({ code: 5 })).toBeUndefined();
  });

  it('tells a disk that refuses writing from one that fails', () => {
    expect(refusesWriting(thrown('EROFS'))).toBe(true);
    expect(refusesWriting(diskError(thrown('EACCES'), 'Your edit'))).toBe(true);
    expect(refusesWriting(thrown('EIO'))).toBe(false);
    expect(refusesWriting(new Error('no code'))).toBe(false);
  });
});
