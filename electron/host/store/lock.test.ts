import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundled } from './bundle.testing';
import { holdFolder } from './lock';

let place: string;
let data: string;
let runtime: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'kithmap-lock-'));
  data = join(place, 'data');
  runtime = join(place, 'run');
  await mkdir(data);
});

afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

const ignore = (): void => undefined;

describe.skipIf(process.platform === 'win32')('holding a data folder', () => {
  it('lets the first one have it and tells the second where to connect', async () => {
    const heard: string[] = [];
    const first = await holdFolder(
      data,
      (socket) => socket.on('data', (bytes: Buffer) => heard.push(bytes.toString())),
      runtime,
    );
    const second = await holdFolder(data, ignore, runtime);
    expect(first.held).toBe(true);
    expect(second.held).toBe(false);
    if (!first.held || second.held) return;
    const client = connect(second.socketPath);
    client.end('kithmap log');
    await once(client, 'close');
    await expect.poll(() => heard.join('')).toBe('kithmap log');
    await first.release();
  });

  it('is free again once it was released, and the client of the holder is told', async () => {
    const first = await holdFolder(data, ignore, runtime);
    const second = await holdFolder(data, ignore, runtime);
    if (!first.held || second.held) throw new Error('the first one holds it');
    const client = connect(second.socketPath);
    await once(client, 'connect');
    const ended = once(client, 'close');
    await first.release();
    await ended;
    const third = await holdFolder(data, ignore, runtime);
    expect(third.held).toBe(true);
    if (third.held) await third.release();
  });

  it('is the same folder by whatever path, and another folder is another one', async () => {
    await symlink(data, join(place, 'link'));
    await mkdir(join(place, 'other'));
    const first = await holdFolder(data, ignore, runtime);
    const byLink = await holdFolder(join(place, 'link'), ignore, runtime);
    const other = await holdFolder(join(place, 'other'), ignore, runtime);
    expect([first.held, byLink.held, other.held]).toEqual([true, false, true]);
    for (const hold of [first, other]) if (hold.held) await hold.release();
  });

  it('keeps its sockets where only the user can reach them', async () => {
    const hold = await holdFolder(data, ignore, runtime);
    expect((await stat(runtime)).mode & 0o777).toBe(0o700);
    if (hold.held) await hold.release();
  });

  it('is refused where the folder of the sockets cannot be one', async () => {
    await expect(holdFolder(data, ignore, join(place, 'missing', 'run'))).rejects.toThrow(
      /no socket can be made/,
    );
  });

  it('closes the folder of the sockets to others where it was open', async () => {
    await mkdir(runtime);
    await chmod(runtime, 0o777);
    const hold = await holdFolder(data, ignore, runtime);
    expect((await stat(runtime)).mode & 0o777).toBe(0o700);
    if (hold.held) await hold.release();
  });

  it('is refused where a file is in the place of the sockets', async () => {
    await writeFile(runtime, 'mine');
    await expect(holdFolder(data, ignore, runtime)).rejects.toMatchObject({
      code: 'disk',
      message: expect.stringMatching(/belongs to somebody else.*Remove it and try again\.$/) as unknown,
    });
  });

  it.skipIf(process.getuid?.() !== 0)(
    'is refused where another user made the folder of the sockets (seen by root alone)',
    async () => {
      await mkdir(runtime);
      await chown(runtime, 65_534, 65_534);
      await expect(holdFolder(data, ignore, runtime)).rejects.toThrow(/belongs to somebody else/);
    },
  );

  it('is refused where the baton cannot be one, and leaves no socket behind', async () => {
    const hold = await holdFolder(data, ignore, runtime);
    if (hold.held) await hold.release();
    for (const name of await readdir(runtime)) {
      await rm(join(runtime, name), { recursive: true });
      await writeFile(join(runtime, name), 'in the way');
    }
    await expect(holdFolder(data, ignore, runtime)).rejects.toThrow(/no socket can be made .*ENOTDIR/);
    expect((await readdir(runtime)).filter((name) => name.endsWith('.sock'))).toEqual([]);
  });

  it('makes one of many who ask at once its holder', async () => {
    for (let round = 0; round < 10; round++) {
      const holds = await Promise.all(Array.from({ length: 6 }, () => holdFolder(data, ignore, runtime)));
      expect(holds.filter(({ held }) => held)).toHaveLength(1);
      for (const hold of holds) if (hold.held) await hold.release();
    }
  });

  describe('with other programs', () => {
    const children: ChildProcess[] = [];
    const program = bundled(new URL('./holding.testing.ts', import.meta.url));

    const start = async (): Promise<ChildProcess> => {
      const child = fork(await program(), [data, runtime], { stdio: 'ignore' });
      children.push(child);
      await once(child, 'message');
      return child;
    };
    const ask = async (child: ChildProcess): Promise<unknown> => {
      const answer = once(child, 'message');
      child.send('go');
      return (await answer)[0];
    };
    const kill = async (child: ChildProcess): Promise<void> => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    };

    afterEach(async () => {
      for (const child of children.splice(0))
        if (child.exitCode === null && child.signalCode === null) await kill(child);
    });

    it('takes over from one that was killed', async () => {
      const child = await start();
      expect(await ask(child)).toBe(true);
      const meanwhile = await holdFolder(data, ignore, runtime);
      expect(meanwhile.held).toBe(false);
      await kill(child);
      const hold = await holdFolder(data, ignore, runtime);
      expect(hold.held).toBe(true);
      if (hold.held) await hold.release();
    });

    it('lets exactly one win a race for what a killed one left', { timeout: 120_000 }, async () => {
      for (let round = 0; round < 5; round++) {
        const dead = await start();
        expect(await ask(dead)).toBe(true);
        await kill(dead);
        const racers = await Promise.all([start(), start(), start()]);
        const won = await Promise.all(racers.map(ask));
        expect(won.filter((held) => held === true)).toHaveLength(1);
        expect(won.filter((held) => held === false)).toHaveLength(2);
        for (const racer of racers) await kill(racer);
      }
      // Nothing piles up: sockets of the dead are cleared away as the baton moves on.
      expect((await readdir(runtime)).length).toBeLessThan(10);
    });
  });
});
