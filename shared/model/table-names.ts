/** The kinds of entity a network holds, one table each, in the order in which a snapshot is written. */
import { z } from 'zod';

export const tableNames = [
  'settings', // one entity, `settings`
  'myAddresses', // my own mail addresses, phones and profiles: a card with one of these is me
  'contacts',
  'notes', // what I wrote down about a contact
  'facts', // dated facts about a contact: jobs, moves, studies
  'sources', // where a contact came from, and the values last imported
  'ties', // two contacts who know each other
  'evidence', // what a tie rests on
  'glimpses', // who was seen with whom too little for a guess
  'interactions', // what happened between me and contacts
  'confidential', // confidential texts; everything else holds only their ids
  'commitments', // promises and advice, mine and theirs
  'exchanges', // given and received
  'introductions',
  'plans',
  'goals', // what I want of my network as a whole
  'shareables', // articles and opportunities, and to whom they went
  'requests', // what I asked of people, and their answers
  'owedReplies', // who waits for an answer
  'snoozes', // put off or skipped reminders
  'pauses', // times in which clocks stand still
  'groupReminders', // one date for several people
  'trips', // where I shall be
  'stays', // where a contact is for a while
  'pairDecisions', // not the same person, do not know each other, never introduce
  'merges', // what was put together as one person, so that it can be taken apart again
  'diversityTargets',
  'templates', // texts to start drafts from
  'drafts', // drafts as edited
  'clusters', // names and tints of groups found in the ties
  'positions', // where a contact stands on the atlas, and in which cluster
  'savedViews',
  'importMappings', // how columns of a file were read
  'forgotten', // whom imports do not bring back, as digests
  'removed', // what imports brought and the user took out, so that it stays away
  'batches', // what one import changed
] as const;

export const TableName = z.enum(tableNames);
export type TableName = z.infer<typeof TableName>;
