/** Two cards side by side: what each says, field by field, and where the person has something to choose. */
import { type ChoosableField, choosableFields } from '../../../shared/commands/merged-fields';
import type { Contact, Settings } from '../../../shared/model/entities';
import { contactFields, type FieldSpec, shownRecord, valuesOf } from '../../atlas/inspector/field-list';

export interface ComparedField {
  readonly field: ChoosableField;
  readonly label: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Both say something, and not the same. */
  readonly differs: boolean;
  /** Both can be kept. */
  readonly isList: boolean;
}

/** The fields in which either says something, in the order in which a contact is shown. */
export function comparedFields(
  mine: Contact,
  theirs: Contact,
  circles: Settings['circles'],
): readonly ComparedField[] {
  return contactFields.flatMap((spec) => {
    const field = choosableFields.find((name) => name === spec.field);
    if (field === undefined) return [];
    const [here, there] = [linesOf(mine, spec, circles), linesOf(theirs, spec, circles)];
    if (here.length + there.length === 0) return [];
    const differs = here.length > 0 && there.length > 0 && here.join('\n') !== there.join('\n');
    const isList = spec.shape.kind === 'words' || spec.shape.kind === 'records';
    return [{ field, label: spec.label, mine: here, theirs: there, differs, isList }];
  });
}

function linesOf(contact: Contact, { field, shape }: FieldSpec, circles: Settings['circles']): string[] {
  const value: unknown = Reflect.get(contact, field);
  if (shape.kind === 'circle') return rhythmOf(contact, circles);
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return items
    .map((item) => (typeof item === 'string' ? item : recordLine(item, shape)))
    .filter((line) => line.trim() !== '');
}

function recordLine(item: unknown, shape: FieldSpec['shape']): string {
  return 'parts' in shape ? shownRecord(valuesOf(item, shape.parts), shape.parts) : '';
}

/** The circle and how often to be in touch are one thing. */
function rhythmOf({ circle, cadenceDays }: Contact, circles: Settings['circles']): string[] {
  const name = circles.find(({ id }) => id === circle)?.name ?? circle;
  const often = cadenceDays === undefined ? undefined : `every ${cadenceDays} days`;
  const line = [name, often].filter((part) => part !== undefined).join(', ');
  return line === '' ? [] : [line];
}
