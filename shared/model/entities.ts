/** Every kind of entity, by the table that holds it. */
import type * as atlas from './entities/atlas';
import type * as contact from './entities/contact';
import type * as happening from './entities/happening';
import type * as introduction from './entities/introduction';
import type * as merge from './entities/merge';
import type * as rhythm from './entities/rhythm';
import type * as tie from './entities/tie';
import type * as upkeep from './entities/upkeep';

export type { Cluster, Position, SavedView } from './entities/atlas';
export type {
  Contact,
  Fact,
  MyAddress,
  Name,
  Note,
  Organisation,
  PostalAddress,
  Source,
} from './entities/contact';
export type {
  Channel,
  Commitment,
  Confidential,
  Exchange,
  Interaction,
  OwedReply,
  Request,
  Shareable,
} from './entities/happening';
export type {
  DiversityTarget,
  Draft,
  Goal,
  Introduction,
  Plan,
  Stage,
  Template,
} from './entities/introduction';
export type { Merge } from './entities/merge';
export type { GroupReminder, Pause, Snooze, Stay, Trip } from './entities/rhythm';
export type { Evidence, EvidenceKind, Glimpse, PairDecision, Tie } from './entities/tie';
export type { Batch, Circle, Forgotten, ImportMapping, Settings, WeekGoals } from './entities/upkeep';

export interface Entities {
  settings: upkeep.Settings;
  myAddresses: contact.MyAddress;
  contacts: contact.Contact;
  notes: contact.Note;
  facts: contact.Fact;
  sources: contact.Source;
  ties: tie.Tie;
  evidence: tie.Evidence;
  glimpses: tie.Glimpse;
  interactions: happening.Interaction;
  confidential: happening.Confidential;
  commitments: happening.Commitment;
  exchanges: happening.Exchange;
  introductions: introduction.Introduction;
  plans: introduction.Plan;
  goals: introduction.Goal;
  shareables: happening.Shareable;
  requests: happening.Request;
  owedReplies: happening.OwedReply;
  snoozes: rhythm.Snooze;
  pauses: rhythm.Pause;
  groupReminders: rhythm.GroupReminder;
  trips: rhythm.Trip;
  stays: rhythm.Stay;
  pairDecisions: tie.PairDecision;
  merges: merge.Merge;
  diversityTargets: introduction.DiversityTarget;
  templates: introduction.Template;
  drafts: introduction.Draft;
  clusters: atlas.Cluster;
  positions: atlas.Position;
  savedViews: atlas.SavedView;
  importMappings: upkeep.ImportMapping;
  forgotten: upkeep.Forgotten;
  removed: upkeep.Removed;
  batches: upkeep.Batch;
}
