/** What the atlas remembers: groups and their names, where people stand, saved views. */
import { z } from 'zod';
import { JsonObject } from '../../json';
import { Id } from '../ids';
import { kept, type Known, Word } from '../schema';

export const Cluster = kept({
  id: Id,
  name: Word,
  /** One of the ten tints of the design tokens. */
  tint: z.int().min(1).max(10),
  /** True once the user gave it this name. */
  named: z.boolean().optional(),
});
export type Cluster = Known<z.output<typeof Cluster>>;

/** Where a contact stands; its id is the contact's. Units are pixels at scale 1. */
export const Position = kept({
  id: Id,
  x: z.number().optional(),
  y: z.number().optional(),
  /** Put there by the user. */
  pinned: z.boolean().optional(),
  cluster: Id.optional(),
});
export type Position = Known<z.output<typeof Position>>;

export const SavedView = kept({ id: Id, name: Word, view: JsonObject });
export type SavedView = Omit<Known<z.output<typeof SavedView>>, 'view'> & { readonly view: JsonObject };
