/** Finds the host of this page: the desktop's bridge where there is one, else the server that served it. */
import { z } from 'zod';
import { hostOf } from '../../shared/answerer';
import type { Host } from '../../shared/contract';
import { desktopAnswerer, findBridge } from './desktop-host';
import { loopbackAnswerer } from './loopback-host';

/**
 * Call once, before anything else reads a schema: the page's policy forbids code made from strings.
 * Subscribe before the first call, then no event is missed.
 * @throws KithmapError `unauthorised` with what the person can do about it.
 */
export async function connectHost(page: Window = window): Promise<Host> {
  z.config({ jitless: true });
  const bridge = findBridge(page);
  return hostOf(bridge === undefined ? await loopbackAnswerer(page) : desktopAnswerer(bridge));
}
