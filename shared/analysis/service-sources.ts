/** What answers to questions are made from. */
import type { Answers } from './service-answers';
import type { Clusters } from './service-clusters';
import type { AnalysisView } from './service-messages';
import type { People } from './service-people';
import type { Standings } from './service-standings';
import type { ServiceState } from './service-state';

export interface Sources {
  readonly state: ServiceState;
  readonly answers: Answers;
  readonly clusters: Clusters;
  readonly people: People;
  readonly standings: Standings;
  readonly view: AnalysisView;
  /** The people and ties that count are as the last edit left them; what is said of the whole may follow. */
  readonly isFollowed: boolean;
}
