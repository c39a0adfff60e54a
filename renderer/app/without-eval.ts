/**
 * Tells zod not to compile its schemas, which needs `eval`: the page's policy refuses that. Imported first by every
 * entry (the page and its workers), because a schema looks at this when it is made.
 */
import { config } from 'zod';

config({ jitless: true });
