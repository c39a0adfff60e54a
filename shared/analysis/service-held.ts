/** What the service holds of one network; for another one, or the same read anew, all of it starts afresh. */
import type { BetweennessTeam } from './betweenness-team';
import type { KeepOptions } from './keep-clusters';
import type { Question } from './questions';
import { Answers } from './service-answers';
import { Clusters, type MeasuredPeople, type SaidCluster } from './service-clusters';
import type { AnalysisView } from './service-messages';
import { People } from './service-people';
import { Questions } from './service-questions';
import { Standings } from './service-standings';
import { ServiceState, untouched } from './service-state';

export class Held {
  readonly state = new ServiceState();
  readonly clusters = new Clusters();
  readonly touched = untouched();
  readonly answers = new Answers(this.state, this.touched.ties);
  readonly people: People;
  readonly standings: Standings;
  readonly questions: Questions;
  /** Places worked out here that the network does not yet say. */
  readonly places = new Map<string, { x: number; y: number }>();
  /** People whose clusters are to be looked at again. */
  readonly regroup = new Set<string>();
  /** Questions that wait until all is worked out. */
  readonly asked = new Map<string, Question>();
  revision = 0;
  loaded = false;
  #view: AnalysisView;
  /** Those of the view's `among`. */
  #among: ReadonlySet<string> | undefined;

  constructor(view: AnalysisView, team: BetweennessTeam) {
    this.#view = view;
    this.view = view;
    this.standings = new Standings(team);
    this.people = new People(this.state, this.answers, (id) => this.#counts(id));
    this.questions = new Questions(this);
  }

  get view(): AnalysisView {
    return this.#view;
  }

  set view(view: AnalysisView) {
    this.#view = view;
    this.#among = view.among === undefined ? undefined : new Set(view.among);
  }

  #counts(id: string): boolean {
    return this.state.isMeasured(id, this.#view.withMe === true) && this.#among?.has(id) !== false;
  }

  hasPlace(id: string): boolean {
    const position = this.state.positions.get(id);
    return this.places.has(id) || (position?.x !== undefined && position.y !== undefined);
  }

  /** What the network says of a cluster. */
  readonly said = (cluster: string): SaidCluster | undefined => this.state.clusters.get(cluster);

  /** How clusters are looked for. */
  get keeping(): KeepOptions {
    const { resolution, seed } = this.view;
    return {
      ...(resolution === undefined ? {} : { gamma: resolution }),
      ...(seed === undefined ? {} : { seed }),
    };
  }

  /** Clusters are looked for as asked, not kept as they are stored. */
  get isAfresh(): boolean {
    return this.view.resolution !== undefined || this.view.seed !== undefined;
  }

  /** Everything of one person alone can be said as it is now. */
  get isFollowed(): boolean {
    return this.people.isUpToDate(this.touched);
  }

  /** Those who count, as they are until the next edit. */
  measured(): MeasuredPeople {
    const { ids, indexOf, traits } = this.people;
    return { ids: [...ids], indexOf, graph: this.people.compact(), traits };
  }
}
