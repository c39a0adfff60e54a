/** The host behind the bridge that the desktop's preload script puts into the page. */
import type { z } from 'zod';
import { type Answerer } from '../../shared/answerer';
import { type Bridge, bridgeName } from '../../shared/bridge';
import { AnswerMessage, HostEvent } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { isObject } from '../../shared/json';

const Answer = AnswerMessage.omit({ id: true });

/** The bridge, where this page runs in the desktop app. */
export function findBridge(scope: object): Bridge | undefined {
  const bridge: unknown = Reflect.get(scope, bridgeName);
  return isBridge(bridge) ? bridge : undefined;
}

function isBridge(value: unknown): value is Bridge {
  return isObject(value) && typeof value['call'] === 'function' && typeof value['subscribe'] === 'function';
}

export function desktopAnswerer(bridge: Bridge): Answerer {
  const ends = new Set<() => void>();
  return {
    async answer(method, args) {
      const { error, result } = readAnswer(await bridge.call(method, args));
      if (error !== undefined) throw new KithmapError(error.code, error.message);
      return result;
    },
    subscribe(listener) {
      const end = bridge.subscribe((event) => {
        const parsed = HostEvent.safeParse(event);
        if (parsed.success) listener(parsed.data);
      });
      ends.add(end);
      return () => {
        ends.delete(end);
        end();
      };
    },
    close() {
      for (const end of ends) end();
      ends.clear();
      return Promise.resolve();
    },
  };
}

function readAnswer(value: unknown): z.infer<typeof Answer> {
  const parsed = Answer.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new KithmapError('internal', 'Kithmap gave an answer that cannot be read. Restart it.');
}
