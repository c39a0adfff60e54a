/** People on their way from where they stood to where they stand now, so that the eye can follow a tidy-up. */
import type { AtlasModel, Person } from '../scene/atlas-model';

interface Spot {
  readonly x: number;
  readonly y: number;
}

export class Moving {
  #from = new Map<string, Spot>();
  #to: AtlasModel | undefined;
  #share = 1;
  #frame: number | undefined;

  get active(): boolean {
    return this.#share < 1;
  }

  /** @param from where people stood; where they go is where the model has them @param step after every frame */
  begin(
    from: ReadonlyMap<string, Spot>,
    to: AtlasModel,
    duration: number,
    step: (done: boolean) => void,
  ): void {
    // Whoever is on the way already starts from where they are now.
    const present = new Map([...this.#from].filter(([id]) => !from.has(id)));
    for (const [id, spot] of from) {
      const person = to.people.get(id);
      present.set(
        id,
        this.active && this.#from.has(id) && person ? this.spotOf({ ...person, ...spot }) : spot,
      );
    }
    this.stop();
    this.#from = present;
    this.#to = to;
    this.#share = 0;
    const start = performance.now();
    const frame = (now: number): void => {
      this.#share = Math.min(1, Math.max(0, (now - start) / duration));
      this.#frame = this.#share < 1 ? requestAnimationFrame(frame) : undefined;
      if (this.#share === 1) this.#from.clear();
      step(this.#share === 1);
    };
    this.#frame = requestAnimationFrame(frame);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#share = 1;
  }

  spotOf(person: Person): Spot {
    const from = this.#share < 1 ? this.#from.get(person.id) : undefined;
    if (from === undefined) return person;
    // Slow at both ends.
    const eased = this.#share < 0.5 ? 4 * this.#share ** 3 : 1 - (-2 * this.#share + 2) ** 3 / 2;
    return { x: from.x + (person.x - from.x) * eased, y: from.y + (person.y - from.y) * eased };
  }

  /** How far the land of these people is from where it was when they set out. */
  shiftOf(members: ReadonlySet<string>): Spot | undefined {
    let x = 0;
    let y = 0;
    let count = 0;
    for (const id of members) {
      const person = this.#to?.people.get(id);
      if (person === undefined) continue;
      const from = this.#from.get(id) ?? person;
      const now = this.spotOf(person);
      x += now.x - from.x;
      y += now.y - from.y;
      count++;
    }
    return count === 0 ? undefined : { x: x / count, y: y / count };
  }
}
