import { describe, expect, it } from 'vitest';
import { atOnce } from '../steps';
import { Rarity } from './rarity';
import { asWritten, piecesOf, Sought, soughtWords, tellingWords } from './words';

const sought = (text: string): string[] => [...atOnce(soughtWords(text))];

describe('the telling words of a text', () => {
  it('are folded, singular, and without stop words and numbers', () => {
    expect(sought('How the Birds of Núñez’s 2026 stories went')).toEqual(['bird', 'nunez', 'story']);
    expect(sought('Glass, bus and analysis')).toEqual(['glass', 'bus', 'analysis']);
    expect(sought('of the and')).toEqual([]);
  });

  it('meet across singular and plural, and in scripts without blanks by pairs', () => {
    expect(tellingWords('a Bird')).toContain('bird');
    expect(tellingWords('水彩画が好き')).toEqual(expect.arrayContaining(sought('水彩')));
    expect(sought('水彩')).toEqual(['水彩']);
  });

  it('are found in a text in the forms in which they are telling words of it', () => {
    const words = ['bird', 'story', 'bus', 'glass', 'nunez', '水彩'];
    const text = 'Birds, stories; buses and a bus, Glass, Núñez’s 水彩画';
    const found = new Sought(words).in(text);
    expect([...found].sort()).toEqual(words.toSorted());
    expect(found).toEqual(new Set(tellingWords(text).filter((word) => words.includes(word))));
  });

  it('take the names of an object’s own for words like others', () => {
    expect(sought('__proto__ constructor toString')).toEqual(['proto', 'constructor', 'tostring']);
  });

  it('are shown as they were written, each once', () => {
    const words = new Set(['bird', 'nunez']);
    expect(asWritten('Birds, birds; a BIRD and Núñez.', words)).toEqual(['Birds', 'Núñez']);
    expect(asWritten('彼は水彩画が好き', new Set(['水彩']))).toEqual(['水彩']);
    expect(asWritten('<b>bird</b>', words)).toEqual(['bird']);
  });
});

describe('a long text', () => {
  it('is read in pieces that lose nothing and end between words', () => {
    const text = 'word '.repeat(3_000);
    const pieces = [...piecesOf(text)];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(text);
    expect(sought(text)).toEqual(['word']);
    expect([...piecesOf('x'.repeat(9_000))].join('')).toHaveLength(9_000);
    expect([...piecesOf('')]).toEqual([]);
  });
});

describe('how much a word says', () => {
  it('is the more the fewer people it stands with, and never less than nothing', () => {
    const rarity = new Rarity(3);
    rarity.add(['common', 'rare', 'rare']);
    rarity.add(['common']);
    rarity.add(['common']);
    expect(rarity.of('rare')).toBeGreaterThan(rarity.of('common'));
    expect(rarity.of('unseen')).toBeGreaterThan(rarity.of('rare'));
    expect(rarity.of('common')).toBeGreaterThanOrEqual(0);
  });
});
