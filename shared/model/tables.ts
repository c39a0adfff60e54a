/**
 * What a network is made of: for every table its schema, and which of its fields refer to other entities and what
 * becomes of an entity when the one it refers to is removed.
 */
import type { z } from 'zod';
import type { Entities } from './entities';
import * as atlas from './entities/atlas';
import * as contact from './entities/contact';
import * as happening from './entities/happening';
import * as introduction from './entities/introduction';
import * as merge from './entities/merge';
import * as rhythm from './entities/rhythm';
import * as tie from './entities/tie';
import * as upkeep from './entities/upkeep';
import type { TableName } from './table-names';

export type EntityOf<T extends TableName> = Entities[T];

/** A field (or a field of a list's items: `sent.contact`, `howMet.through`) that holds the id of another entity. */
export interface Reference {
  readonly field: string;
  /** The same, a step to a part. */
  readonly path: readonly string[];
  readonly to: TableName;
  /**
   * What happens here when the entity referred to goes:
   * `remove` this entity goes with it; `drop` the reference goes (from a list: the item; an emptied list of
   * people removes the entity).
   */
  readonly onRemove: 'remove' | 'drop';
}

export interface TableDefinition<T extends TableName> {
  readonly schema: z.ZodType<Entities[T]>;
  readonly references: readonly Reference[];
}

const remove = (field: string, to: TableName): Reference => {
  return { field, path: field.split('.'), to, onRemove: 'remove' };
};
const drop = (field: string, to: TableName): Reference => {
  return { field, path: field.split('.'), to, onRemove: 'drop' };
};

export const tables: { readonly [T in TableName]: TableDefinition<T> } = {
  settings: { schema: upkeep.Settings, references: [] },
  myAddresses: { schema: contact.MyAddress, references: [] },
  contacts: { schema: contact.Contact, references: [drop('howMet.through', 'contacts')] },
  notes: { schema: contact.Note, references: [remove('contact', 'contacts')] },
  facts: { schema: contact.Fact, references: [remove('contact', 'contacts')] },
  sources: { schema: contact.Source, references: [remove('contact', 'contacts')] },
  ties: {
    schema: tie.Tie,
    references: [remove('a', 'contacts'), remove('b', 'contacts'), drop('kindOf', 'contacts')],
  },
  evidence: { schema: tie.Evidence, references: [remove('tie', 'ties')] },
  glimpses: {
    schema: tie.Glimpse,
    references: [remove('contact', 'contacts'), drop('with.contact', 'contacts')],
  },
  interactions: { schema: happening.Interaction, references: [drop('with', 'contacts')] },
  confidential: { schema: happening.Confidential, references: [] },
  commitments: {
    schema: happening.Commitment,
    references: [remove('contact', 'contacts'), drop('interaction', 'interactions')],
  },
  exchanges: {
    schema: happening.Exchange,
    references: [remove('contact', 'contacts'), drop('interaction', 'interactions')],
  },
  introductions: {
    schema: introduction.Introduction,
    references: [
      remove('a', 'contacts'),
      remove('b', 'contacts'),
      drop('by', 'contacts'),
      drop('plan', 'plans'),
      drop('made.tie', 'ties'),
      drop('made.evidence', 'evidence'),
      drop('made.interaction', 'interactions'),
    ],
  },
  plans: { schema: introduction.Plan, references: [remove('person', 'contacts')] },
  goals: { schema: introduction.Goal, references: [] },
  shareables: { schema: happening.Shareable, references: [drop('sent.contact', 'contacts')] },
  requests: {
    schema: happening.Request,
    references: [remove('contact', 'contacts'), drop('received', 'exchanges'), drop('plan', 'plans')],
  },
  owedReplies: {
    schema: happening.OwedReply,
    references: [remove('contact', 'contacts'), drop('interaction', 'interactions')],
  },
  snoozes: { schema: rhythm.Snooze, references: [remove('contact', 'contacts')] },
  pauses: { schema: rhythm.Pause, references: [remove('contact', 'contacts')] },
  groupReminders: { schema: rhythm.GroupReminder, references: [drop('contacts', 'contacts')] },
  trips: { schema: rhythm.Trip, references: [] },
  stays: { schema: rhythm.Stay, references: [remove('contact', 'contacts')] },
  pairDecisions: {
    schema: tie.PairDecision,
    references: [remove('a', 'contacts'), remove('b', 'contacts')],
  },
  merges: { schema: merge.Merge, references: [remove('into', 'contacts')] },
  diversityTargets: { schema: introduction.DiversityTarget, references: [] },
  templates: { schema: introduction.Template, references: [] },
  drafts: {
    schema: introduction.Draft,
    references: [
      remove('contact', 'contacts'),
      remove('introduction', 'introductions'),
      drop('template', 'templates'),
    ],
  },
  clusters: { schema: atlas.Cluster, references: [] },
  // A position's own id is that of its contact.
  positions: { schema: atlas.Position, references: [remove('id', 'contacts'), drop('cluster', 'clusters')] },
  savedViews: { schema: atlas.SavedView, references: [] },
  importMappings: { schema: upkeep.ImportMapping, references: [] },
  forgotten: { schema: upkeep.Forgotten, references: [] },
  removed: { schema: upkeep.Removed, references: [] },
  batches: { schema: upkeep.Batch, references: [] },
};

/** Tables whose entities are the app's own work: a batch may still be undone although they touch what it made. */
export const derivedTables: readonly TableName[] = ['positions', 'clusters', 'glimpses'];
