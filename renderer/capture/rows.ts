/** What was understood as rows of chips: what will be written, said or not, and which chip of the line says it. */
import { type Capture, type Chip, eachOnce, type Who, whoKey } from '../../shared/capture/capture';
import type { LogArguments } from '../../shared/capture/log';
import type { Said } from './correct';

export type RowKind = Exclude<Chip['kind'], 'direction' | 'length'>;

export interface RowChip {
  /** Its place among the chips of the line; none where it is understood without being said. */
  readonly at?: number;
  readonly said: Said;
}

export interface Row {
  readonly kind: RowKind;
  readonly label: string;
  readonly chips: readonly RowChip[];
}

/** The rows in the order in which they are shown; empty where nobody is named. */
export function rowsOf({ chips }: Capture, args: LogArguments, company: readonly Who[]): Row[] {
  const each = chips.map((chip, at): RowChip & { readonly said: Chip } => ({ at, said: chip }));
  const of = (...kinds: readonly Chip['kind'][]): RowChip[] =>
    each.filter(({ said }) => kinds.includes(said.kind));
  const { interaction, day } = args;
  const met = interaction !== undefined;
  const how = of('channel', 'direction', 'length');
  const people = withoutRepeats(of('person'));
  const when = of('day');
  const rows: Row[] = [
    {
      kind: 'person',
      label: 'With',
      chips: met && people.length === 0 ? company.map((who) => ({ said: { kind: 'person', who } })) : people,
    },
    {
      kind: 'channel',
      label: 'How',
      chips:
        met && !how.some(({ said }) => said.kind === 'channel')
          ? [{ said: { kind: 'channel', channel: interaction.channel } }, ...how]
          : how,
    },
    {
      kind: 'day',
      label: interaction?.planned === true ? 'Planned' : 'When',
      chips: when.length > 0 || chips.length === 0 ? when : [{ said: { kind: 'day', day, planned: false } }],
    },
    { kind: 'topic', label: 'About', chips: of('topic') },
    ...sayings(each),
    { kind: 'tag', label: 'Tags', chips: of('tag') },
    { kind: 'confidential', label: 'Confidential', chips: of('confidential').slice(0, 1) },
  ];
  return rows.filter((row) => row.chips.length > 0);
}

/** Those who are there though they are named for something else: "call, I owe @ana slides". */
export function companyOf({ chips }: Capture): readonly Who[] {
  return eachOnce(
    chips.flatMap((chip) => (chip.kind === 'promise' || chip.kind === 'exchange' ? chip.who : [])),
  );
}

const sayingLabels: Readonly<Record<string, string>> = {
  'promise me': 'You promised',
  'promise them': 'Promised to you',
  'exchange given': 'You gave',
  'exchange received': 'You received',
  'introduction idea': 'Might introduce',
  'introduction introduced': 'Introduced',
};

function sayings(chips: readonly (RowChip & { readonly said: Chip })[]): Row[] {
  const rows = new Map<string, { readonly kind: RowKind; readonly chips: RowChip[] }>();
  for (const chip of chips) {
    const { said } = chip;
    const side =
      said.kind === 'promise'
        ? said.by
        : said.kind === 'exchange'
          ? said.direction
          : said.kind === 'introduction'
            ? said.stage
            : undefined;
    if (side === undefined || said.kind === 'direction' || said.kind === 'length') continue;
    const key = `${said.kind} ${side}`;
    const row = rows.get(key) ?? { kind: said.kind, chips: [] };
    row.chips.push(chip);
    rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({ ...row, label: sayingLabels[key] ?? key }));
}

/** Who is named twice is there once. */
function withoutRepeats(chips: readonly RowChip[]): RowChip[] {
  const seen = new Set<string>();
  return chips.filter(({ said }) => {
    const key = said.kind === 'person' ? whoKey(said.who) : '';
    return !seen.has(key) && seen.add(key);
  });
}
