/** Whom a name means, and who is offered while one is typed. */
import { describe, expect, it } from 'vitest';
import { castIndex, nameable } from './cast.testing';
import { completionsAt } from './completions';
import { habitsOf } from './habits';
import { parseCapture } from './parse';

const offered = (typed: string, people = castIndex()): string[] =>
  people.complete(typed, 8).map(({ id }) => id);

describe('people by name', () => {
  it('are meant by full name, nickname, first name and other parts, the best of these alone', () => {
    const people = castIndex();
    const meant = (name: string): string[] => people.named(name).people.map(({ id }) => id);
    expect(meant('silva')).toEqual(['ana']);
    expect(meant('van der Berg')).toEqual(['jan']);
    expect(meant('van')).toEqual([]);
    expect(meant('May')).toEqual(['april']);
    people.put(nameable({ id: 'may', full: 'May' }));
    expect(meant('May')).toEqual(['may']);
    expect(meant('toString')).toEqual([]);
  });

  it('who are archived give way to those who are not', () => {
    const people = castIndex();
    expect(people.named('Tom Hardy').people.map(({ id }) => id)).toEqual(['tom']);
    people.delete('tom');
    expect(people.named('Tom Hardy').people.map(({ id }) => id)).toEqual(['oldtom']);
  });

  it('who is me is meant only where nobody else is, is never offered, and is nobody to log something with', () => {
    const people = castIndex();
    people.me = 'jo1';
    expect(people.named('Jo').people.map(({ id }) => id)).toEqual(['jo2']);
    expect(people.named('Acme').people.map(({ id }) => id)).toEqual(['ana']);
    expect(offered('jo', people)).toEqual(['jo2', 'dwayne']);
    expect(offered('', people)).not.toContain('jo1');
    people.me = 'ana';
    const context = { today: '2026-05-04', habits: habitsOf('en-GB'), people };
    const [problem] = parseCapture('coffee @ben @ana', context).problems;
    expect(problem).toMatchObject({ span: { from: 12, to: 16 } });
    expect(problem?.sentence).toContain('You are part of it anyway');
  });

  it('are known as they are now, after each change', () => {
    const people = castIndex();
    people.put(nameable({ id: 'ana', full: 'Anabel Silva', at: 'Roche' }));
    expect(people.named('ana').people).toEqual([]);
    expect(people.named('anabel').people).toEqual([{ id: 'ana', name: 'Anabel Silva', about: 'Roche' }]);
    expect(offered('acme', people)).toEqual(['jo1']);
    expect(offered('anab', people)).toEqual(['ana']);
    people.delete('ana');
    people.delete('ana');
    expect(offered('anab', people)).toEqual([]);
    expect(people.person('ana')).toBeUndefined();
  });
});

describe('completion', () => {
  it('goes by the beginnings of words of names, nicknames and organisations, in any script', () => {
    expect(offered('an')).toEqual(['ana', 'anna']);
    expect(offered('ana sil')).toEqual(['ana']);
    expect(offered('berg')).toEqual(['jan']);
    expect(offered('benn')).toEqual(['ben']);
    expect(offered('roche')).toEqual(['ben', 'jo2']);
    expect(offered('小')).toEqual(['wang']);
    expect(offered('たろ')).toEqual(['yamada']);
    expect(offered('MARY-J')).toEqual(['mj']);
    expect(offered('jane')).toEqual(['mj']);
    expect(offered('o’b')).toEqual(['siobhan']);
    expect(offered('zzz')).toEqual([]);
  });

  it('offers names before nicknames before organisations, and of these who was met lately', () => {
    const people = castIndex((id) => (id === 'jo2' ? '2026-05-01' : id === 'jo1' ? '2024-01-01' : undefined));
    expect(offered('jo', people).slice(0, 2)).toEqual(['jo2', 'jo1']);
    people.put(nameable({ id: 'rocher', full: 'Rocher Ana' }));
    people.put(nameable({ id: 'nick', full: 'Zoe', nick: 'Roch' }));
    expect(offered('roch', people)).toEqual(['rocher', 'nick', 'jo2', 'ben']);
  });

  it('offers those last who are archived', () => {
    expect(offered('tom')).toEqual(['tom', 'oldtom']);
  });

  it('stands where a name is being typed, and says what choosing puts there', () => {
    const people = castIndex();
    const at = (text: string): unknown => {
      const cursor = text.indexOf('|');
      const found = completionsAt(text.replace('|', ''), cursor, people);
      return (
        found && {
          from: found.span.from,
          offers: found.offers.map(({ insert }) => insert),
          new: found.newName,
        }
      );
    };
    expect(at('coffee @an| yesterday')).toEqual({
      from: 7,
      offers: ['@Ana Silva', '@Anna Maria Rossi'],
      new: 'an',
    });
    expect(at('coffee @Ana Sil|')).toEqual({ from: 7, offers: ['@Ana Silva'], new: 'Ana Sil' });
    expect(at('coffee @Ana Silva|')).toEqual({ from: 7, offers: ['@Ana Silva'], new: undefined });
    expect(at('coffee @jo|')).toMatchObject({ offers: ['@{jo1}', '@{jo2}', '@"Dwayne \\"Rock\\" Johnson"'] });
    expect(at('coffee @zed|')).toEqual({ from: 7, offers: [], new: 'zed' });
    expect(at('coffee @ana yesterday|')).toBeUndefined();
    expect(at('coffee @ana, |')).toBeUndefined();
    expect(at('ana@exam|')).toBeUndefined();
    expect(at('coffee|')).toBeUndefined();
  });
});
