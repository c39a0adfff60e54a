/** A thread must be told anew how to read TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import(new URL('connectors-assistant.ts', import.meta.url).href);
