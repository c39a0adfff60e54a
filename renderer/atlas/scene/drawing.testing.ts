/** People and ties for tests of the map. */
import { AtlasModel, type Person } from './atlas-model';

export function personAt(id: string, x: number, y: number, more: Partial<Person> = {}): Person {
  return {
    id,
    name: id,
    x,
    y,
    diameter: 9,
    warmth: 0,
    cooling: false,
    connector: false,
    pinned: false,
    isMe: false,
    ...more,
  };
}

/** `groups` clusters side by side with `size` people each, tied in a ring; the first of each know each other. */
export function groupedModel(groups: number, size: number): AtlasModel {
  const model = new AtlasModel();
  for (let group = 0; group < groups; group++) {
    model.setCluster({ id: `c${group}`, name: `Group ${group}`, tint: (group % 10) + 1 });
    for (let i = 0; i < size; i++) {
      const id = `p${group}-${i}`;
      const x = group * 1_000 + (i % 20) * 30;
      model.setPerson(personAt(id, x, Math.floor(i / 20) * 30, { cluster: `c${group}`, connector: i === 0 }));
    }
    for (let i = 0; i < size; i++) {
      const [a, b] = [`p${group}-${i}`, `p${group}-${(i + 1) % size}`];
      model.setTie({ id: `t${group}-${i}`, a, b, known: true, strength: 1 + (i % 7) });
    }
    if (group > 0) {
      model.setTie({ id: `b${group}`, a: `p${group - 1}-0`, b: `p${group}-0`, known: true, strength: 0.1 });
    }
  }
  return model;
}
