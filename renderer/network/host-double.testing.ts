/** A host in memory that a test can slow down, fail and speak for: commands are real, the disk is not there. */
import { type CommandContext, run } from '../../shared/commands/command';
import { commandNamed } from '../../shared/commands/index';
import { revert } from '../../shared/commands/revert';
import { contract, type EditEvent, type Host, type HostEvent, replicaTables } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { WeekCounts } from '../../shared/goals/week-counts';
import type { JsonObject } from '../../shared/json';
import { Keeping } from '../../shared/keeping/keeping';
import { Network } from '../../shared/model/network';

export class HostDouble implements Host {
  readonly network = new Network();
  readonly edits: EditEvent[] = [];
  /** Rows in one slice of the replica. */
  sliceLength = 2;
  /** Called before each slice is answered: what happens meanwhile. */
  betweenSlices: () => void = () => undefined;
  /** Events that get lost on the way. */
  loses: (event: HostEvent) => boolean = () => false;
  readonly calls: string[] = [];
  locale = 'en-GB';
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #streams = new Map<
    string,
    { seq: number; rows: { table: string; row: JsonObject }[]; total: number }
  >();
  #ids = 0;

  get seq(): number {
    return this.edits.length;
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Something another window, or this one, does. */
  edit(client: string, name: string, args: JsonObject): { seq: number; answer: JsonObject } {
    const command = commandNamed(name);
    const { patches, answer } = run(this.network, command, args, this.#context());
    return { seq: this.#write(client, name, command.label, patches), answer };
  }

  #context(): CommandContext {
    return {
      now: '2026-05-04T09:00:00Z',
      today: '2026-05-04',
      zone: 'UTC',
      newId: () => `id${(this.#ids += 1)}`,
    };
  }

  tell(event: HostEvent): void {
    if (this.loses(event)) return;
    for (const listener of [...this.#listeners]) listener(event);
  }

  // Written as one function so that it fits the contract's types as a whole.
  call: Host['call'] = async (method, args) => {
    this.calls.push(method);
    await Promise.resolve();
    const result: unknown = this.#answer(method, contract[method].args.parse(args));
    return contract[method].result.parse(result) as never;
  };

  #answer(method: string, args: JsonObject): unknown {
    switch (method) {
      case 'hello':
        return {
          appVersion: '0',
          contractVersion: 1,
          schemaVersion: 1,
          client: 'me',
          capabilities: {
            notifications: false,
            tray: false,
            openExternal: false,
            reservedKeys: true,
            showFolder: false,
          },
          seq: this.seq,
          saved: { seq: this.seq },
          today: '2026-05-04',
          zone: 'UTC',
          locale: this.locale,
          dataFolder: '/tmp/kithmap',
          notices: [],
        };
      case 'replica':
        return this.#slice(args['stream'] as string | undefined);
      case 'changes':
        return { reload: false, edits: this.edits.slice(args['after'] as number) };
      case 'edit':
        return this.edit(args['client'] as string, args['name'] as string, args['args'] as JsonObject);
      case 'tryOut': {
        const command = commandNamed(args['name'] as string);
        return { answer: run(this.network, command, args['args'], this.#context()).answer };
      }
      case 'undo':
        return this.#undo(args['client'] as string, args['seq'] as number);
      case 'searchTexts':
        return { stream: 's', seq: this.seq, texts: [], done: true };
      case 'interactions': {
        const of = [...this.network.all('interactions')].filter((one) =>
          one.with.includes(args['contact'] as string),
        );
        const newest = of.sort((a, b) => (a.day < b.day ? 1 : -1));
        return { interactions: newest, total: newest.length };
      }
      case 'week':
        return new Keeping(this.network, 'en-GB').week('2026-05-04');
      case 'weeks':
        return new WeekCounts(this.network, 'en').answer('2026-05-04');
      case 'due':
        return new Keeping(this.network, 'en-GB').due('2026-05-04', { offset: 0, limit: 0 });
      default:
        throw new KithmapError('unavailable', `The double does not answer ${method}.`);
    }
  }

  #slice(stream: string | undefined): unknown {
    const id = stream ?? `s${(this.#ids += 1)}`;
    if (stream === undefined) {
      const rows = replicaTables.flatMap((table) =>
        [...this.network.all(table)].map((row) => ({ table, row })),
      );
      this.#streams.set(id, { seq: this.seq, rows, total: rows.length });
    }
    const open = this.#streams.get(id);
    if (open === undefined) throw new KithmapError('not-found', 'This stream is over.');
    const rows = open.rows.splice(0, this.sliceLength);
    const summaries = [...this.network.all('contacts')]
      .map((one) => ({ contact: one.id, ...this.network.index.summary(one.id) }))
      .filter(({ count }) => count > 0);
    this.betweenSlices();
    return {
      stream: id,
      seq: open.seq,
      tables: rows.map(({ table, row }) => ({ table, rows: [row] })),
      summaries,
      total: open.total,
      done: open.rows.length === 0,
    };
  }

  #undo(client: string, seq: number): unknown {
    const edit = this.edits[seq - 1];
    if (edit === undefined) throw new KithmapError('not-found', 'This is too long ago.');
    const { patches, kept } = revert(this.network, edit.patches);
    return { seq: this.#write(client, 'undo', edit.label, patches), label: edit.label, kept };
  }

  #write(
    client: string,
    name: string,
    label: string,
    patches: EditEvent['patches'] | readonly EditEvent['patches'][number][],
  ): number {
    this.network.apply(patches);
    const seq = this.seq + 1;
    const event: EditEvent = {
      type: 'edit',
      seq,
      client,
      name,
      label,
      at: '2026-05-04T09:00:00Z',
      patches: [...patches],
    };
    this.edits.push(event);
    this.tell(event);
    return seq;
  }
}
