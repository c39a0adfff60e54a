/** Who is my only live tie into a cluster, from the clusters that are stored with the network. */
import { bridgeUrgency, type ClusterMember } from '../analysis/cooling-list';
import type { OpenNetwork } from '../model/network';
import type { Bridges, KeptPerson } from './kept-person';

/** Silent for so many cadences over, a tie has gone quiet (measures.md, 4: three cadences). */
const quietFrom = 2;

export function bridgesOf(network: OpenNetwork, people: Iterable<KeptPerson>): Bridges {
  if (network.count('clusters') === 0) return new Map();
  return bridgeUrgency(members(network, people));
}

function* members(network: OpenNetwork, people: Iterable<KeptPerson>): Generator<ClusterMember> {
  for (const { contact, count, verdict } of people) {
    const cluster = network.get('positions', contact.id)?.cluster;
    if (cluster === undefined || contact.archived === true || contact.noMeasures === true) continue;
    const alive = verdict.ratio === undefined || verdict.ratio < quietFrom;
    yield { contact: contact.id, cluster, state: count === 0 ? 'unknown' : alive ? 'warm' : 'cold' };
  }
}
