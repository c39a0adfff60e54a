/** Imports in tests: read a file, plan it, write it by the commands, take it back. */
import { commandNamed } from '../commands';
import { type CommandContext, run } from '../commands/command';
import { revert } from '../commands/revert';
import { readFile } from '../formats/read';
import type { ContactRecord, FormatName, ImportItem, TieRecord } from '../formats/record';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import type { Patch } from '../model/patch';
import type { Contact } from '../model/entities';
import { type ImportPlan, importSteps, parseItems, planImport } from '.';
import type { ImportRow } from './answers';

/** A plan whose changes and rows are at hand. */
interface TestPlan extends Omit<ImportPlan, 'changes' | 'rows'> {
  readonly changes: Patch[];
  readonly rows: ImportRow[];
}

/** A network with a clock that stands still and ids that count. */
export class Desk {
  readonly network = new Network();
  #ids = 0;

  context: CommandContext = {
    now: '2026-05-01T10:00:00.000Z',
    today: '2026-05-01',
    zone: 'Europe/Zurich',
    newId: () => {
      this.#ids += 1;
      return `n${this.#ids}`;
    },
  };

  /** The clock goes on. */
  at(now: string): void {
    this.context = { ...this.context, now, today: now.slice(0, 10) };
  }

  do(name: string, args: JsonObject): readonly Patch[] {
    const { patches } = run(this.network, commandNamed(name), args, this.context);
    this.network.apply(patches);
    return patches;
  }

  plan(files: readonly TestFile[], tiesAre: 'known' | 'inferred' = 'known'): TestPlan {
    const { now, today, newId } = this.context;
    const plan = planImport(
      this.network,
      files,
      // As if they had come over the wire.
      files.map(({ items }) => parseItems(JSON.parse(JSON.stringify(items)) as unknown[])),
      { now, today, newId, batch: newId(), tiesAre },
    );
    return { ...plan, changes: [...plan.changes], rows: [...plan.rows] };
  }

  /** Plans and writes. Answers the plan and what was written, as the journal would hold it. */
  import(...files: TestFile[]): { plan: TestPlan; patches: readonly Patch[] } {
    const plan = this.plan(files);
    const patches = [...importSteps(plan)].flatMap(({ name, args }) => this.do(name, args));
    return { plan, patches };
  }

  undo(patches: readonly Patch[]): ReturnType<typeof revert> {
    const reverted = revert(this.network, patches);
    this.network.apply(reverted.patches);
    return reverted;
  }

  contacts(): Contact[] {
    return [...this.network.all('contacts')];
  }

  named(name: string): Contact {
    const found = this.contacts().filter((contact) => contact.name.full === name);
    if (found.length !== 1) throw new Error(`${found.length} contacts are called ${name}`);
    return found[0]!;
  }
}

export interface TestFile {
  readonly name: string;
  readonly format: FormatName;
  readonly items: readonly ImportItem[];
}

export function file(format: FormatName, items: readonly ImportItem[], name = `a ${format} file`): TestFile {
  return { name, format, items };
}

let line = 1;

/** A row about a person. */
export function person(
  name: string,
  fields: ContactRecord['fields'] = {},
  more: Partial<ContactRecord> = {},
): ContactRecord {
  line += 1;
  return {
    kind: 'contact',
    line,
    identity: [name],
    fields: { name: { full: name }, ...fields },
    notes: [],
    relations: [],
    ...more,
  };
}

export function tie(a: string, b: string, more: Partial<TieRecord> = {}): TieRecord {
  line += 1;
  return { kind: 'tie', line, a, b, ...more };
}

export const mail = (...values: string[]): ContactRecord['fields'] => ({
  emails: values.map((value) => ({ value })),
});

/** Reads a file's bytes whatever format they are in. */
export async function read(
  name: string,
  bytes: Uint8Array,
  reader: typeof readFile = readFile,
): Promise<TestFile> {
  let format: FormatName = 'edges';
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  }
  const items: ImportItem[] = [];
  const options = {
    fileName: name,
    today: '2026-05-01',
    zone: 'Europe/Zurich',
    onFormat: (found: FormatName) => {
      format = found;
    },
  };
  for await (const item of reader(chunks(), options)) items.push(item);
  return { name, format, items };
}
