/**
 * What lies outside the network and differs between entries: opening a link, showing the folder, what the window can
 * do. An entry puts its own on top of whoever answers the rest, also when that is another entry's host.
 */
import type { Answerer } from '../../shared/answerer';
import type { Capabilities } from '../../shared/contract';
import { parseArguments } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import { isObject } from '../../shared/json';

export const noCapabilities: Capabilities = {
  notifications: false,
  tray: false,
  openExternal: false,
  reservedKeys: false,
  showFolder: false,
};

export interface Outside {
  /** The others follow from what is given below. */
  readonly capabilities: Omit<Capabilities, 'openExternal' | 'showFolder' | 'notifications'>;
  /** Gets a checked mailto, tel or https link. */
  readonly openExternal?: (url: string) => Promise<void>;
  readonly showFolder?: (folder: string) => Promise<void>;
  /** Shows the one notification of the day. */
  readonly notify?: (text: string) => void;
}

export function withOutside(answerer: Answerer, outside: Outside): Answerer {
  const { openExternal, showFolder, notify } = outside;
  const capabilities: Capabilities = {
    ...outside.capabilities,
    openExternal: openExternal !== undefined,
    showFolder: showFolder !== undefined,
    notifications: notify !== undefined,
  };
  return {
    async answer(method, args) {
      if (method === 'openExternal' && openExternal !== undefined) {
        await openExternal(safeLink(parseArguments(method, args).url));
        return {};
      }
      if (method === 'showFolder' && showFolder !== undefined) {
        parseArguments(method, args);
        const hello = await answerer.answer('hello', {});
        const folder = isObject(hello) ? hello['dataFolder'] : undefined;
        if (typeof folder === 'string') await showFolder(folder);
        return {};
      }
      const result = await answerer.answer(method, args);
      return method === 'hello' && isObject(result) ? { ...result, capabilities } : result;
    },
    subscribe: (listener) => answerer.subscribe(listener),
    close: () => answerer.close(),
  };
}

/**
 * The link as it may leave: mailto, tel and https alone, without a name or password in it.
 * @throws KithmapError `bad-argument`
 */
export function safeLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const allowed = url !== undefined && ['mailto:', 'tel:', 'https:'].includes(url.protocol);
  if (!allowed || url.username !== '' || url.password !== '') {
    throw new KithmapError('bad-argument', 'Only mail, phone and https links can be opened.');
  }
  return url.href;
}
