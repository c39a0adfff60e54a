/** Where somebody works, from the several properties that say so. */
import { partialDate } from './days';
import type { ContactFields } from './record';
import { oneLine } from './text';
import type { Property } from './vcard-lines';
import { filledOnly, partsOf, unescaped } from './vcard-values';

type Organisation = NonNullable<ContactFields['organisations']>[number];
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * ORG and TITLE belong together by their group, else by their order. A department is what ORG names below the
 * organisation. @param raw the text of a property, escapes still in it.
 */
export function organisationsOf(
  properties: readonly Property[],
  raw: (property: Property) => string,
): Organisation[] {
  const found = new Map<string, Writable<Organisation>>();
  let [organisations, titles] = [0, 0];
  for (const property of properties) {
    const { name, group } = property;
    if (!/^(?:ORG|TITLE|X-KITHMAP-FROM|X-KITHMAP-TO)$/.test(name)) continue;
    const text = raw(property);
    const [first = '', ...units] = partsOf(text, ';').map((part) => oneLine(unescaped(part)));
    if (first === '' && units.every((unit) => unit === '')) continue;
    if (name === 'ORG') organisations += 1;
    else if (name === 'TITLE') titles += 1;
    const key = group ?? `by order ${name === 'ORG' ? organisations : titles}`;
    if (!found.has(key) && found.size >= 200) continue;
    const one = found.get(key) ?? { name: '' };
    found.set(key, one);
    if (name === 'ORG') {
      one.name = first;
      const department = oneLine(units.filter((unit) => unit !== '').join(', '));
      if (department !== '') one.department = department;
    } else if (name === 'TITLE') one.title = oneLine(unescaped(text));
    else if (name === 'X-KITHMAP-FROM') one.from = partialDate(first);
    else one.to = partialDate(first);
  }
  return [...found.values()].map((one) => ({ name: one.name, ...filledOnly({ ...one, name: undefined }) }));
}
