/** `--sample`: a made-up network to look around in, in a folder of its own unless the person names one. */
import type { Answerer } from '../../shared/answerer';
import { hostOf } from '../../shared/answerer';
import { KithmapError } from '../../shared/errors';
import { dataFolder } from './data-folder';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder to open; the person's own network is never the sample's. */
export function folderFor(given: string | undefined, sample: boolean, environment: Environment): string {
  const folder = dataFolder(given, environment);
  return sample && given === undefined ? `${folder}-sample` : folder;
}

/** Fills an empty network with the sample; one that has people in it stays as it is. */
export async function fillWithSample(answerer: Answerer): Promise<void> {
  const host = hostOf(answerer);
  try {
    const { client } = await host.call('hello', {});
    await host.call('loadSample', { client });
  } catch (error) {
    if (!(error instanceof KithmapError && error.code === 'conflict')) throw error;
  }
}
