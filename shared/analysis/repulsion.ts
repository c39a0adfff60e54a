/**
 * The push of everyone on everyone, 1 / distance each, in n log n: far people count as one at their centre.
 * J. Barnes and P. Hut, A hierarchical O(N log N) force-calculation algorithm, Nature 324 (1986).
 */

/** Up to so many people all pairs are quicker than squares. */
export const exactUpTo = 200;

/** Adds the push of everyone on everyone, `strength` / distance for each pair. */
export function pushPairs(
  x: Float64Array,
  y: Float64Array,
  strength: number,
  pushX: Float64Array,
  pushY: Float64Array,
): void {
  for (let one = 0; one < x.length; one++) {
    for (let other = 0; other < one; other++) {
      const dx = x[one]! - x[other]!;
      const dy = y[one]! - y[other]!;
      const push = strength / Math.max(dx * dx + dy * dy, 1);
      pushX[one]! += dx * push;
      pushY[one]! += dy * push;
      pushX[other]! -= dx * push;
      pushY[other]! -= dy * push;
    }
  }
}

/** A square this much smaller than its distance counts as one point. */
const theta = 0.9;
const deepest = 24;
const empty = -1;

export class Repulsion {
  /** Four quarters of each square: `empty`, a square (>= 0), or a person p as -2 - p. */
  #quarters: Int32Array;
  #mass: Float64Array;
  #sumX: Float64Array;
  #sumY: Float64Array;
  #squares = 0;
  #side = 1;
  /** People who stand on the very same spot hang on the first of them. */
  readonly #same: Int32Array;
  readonly #stack = new Int32Array(4 * deepest + 8);
  readonly #sides = new Float64Array(4 * deepest + 8);
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #size: number;

  /** @param x, y positions, read anew by each `build`. */
  constructor(x: Float64Array, y: Float64Array) {
    this.#x = x;
    this.#y = y;
    this.#size = x.length;
    this.#same = new Int32Array(x.length);
    const room = 2 * x.length + 16;
    this.#quarters = new Int32Array(4 * room);
    this.#mass = new Float64Array(room);
    this.#sumX = new Float64Array(room);
    this.#sumY = new Float64Array(room);
  }

  /** Reads where everyone stands now. */
  build(): void {
    const x = this.#x;
    const y = this.#y;
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < this.#size; i++) {
      left = Math.min(left, x[i]!);
      right = Math.max(right, x[i]!);
      top = Math.min(top, y[i]!);
      bottom = Math.max(bottom, y[i]!);
    }
    this.#side = Math.max(right - left, bottom - top, 1) * 1.001;
    this.#squares = 0;
    this.#newSquare();
    for (let i = 0; i < this.#size; i++) this.#insert(i, left, top);
  }

  /** Adds to `pushX`, `pushY` the push on one person, `strength` / distance from each other person. */
  push(person: number, strength: number, pushX: Float64Array, pushY: Float64Array): void {
    const px = this.#x[person]!;
    const py = this.#y[person]!;
    const quarters = this.#quarters;
    const stack = this.#stack;
    const sides = this.#sides;
    let fx = 0;
    let fy = 0;
    let depth = 0;
    stack[depth] = 0;
    sides[depth++] = this.#side;
    while (depth > 0) {
      const square = stack[--depth]!;
      const side = sides[depth]!;
      const mass = this.#mass[square]!;
      const dx = px - this.#sumX[square]! / mass;
      const dy = py - this.#sumY[square]! / mass;
      const distance2 = dx * dx + dy * dy;
      if (side * side < theta * theta * distance2) {
        fx += (mass * dx) / distance2;
        fy += (mass * dy) / distance2;
        continue;
      }
      for (let quarter = 4 * square; quarter < 4 * square + 4; quarter++) {
        const held = quarters[quarter]!;
        if (held >= 0) {
          stack[depth] = held;
          sides[depth++] = side / 2;
        } else if (held !== empty) {
          for (let other = -2 - held; other >= 0; other = this.#same[other]!) {
            if (other === person) continue;
            const ex = px - this.#x[other]!;
            const ey = py - this.#y[other]!;
            const near2 = Math.max(ex * ex + ey * ey, 1);
            fx += ex / near2;
            fy += ey / near2;
          }
        }
      }
    }
    pushX[person]! += strength * fx;
    pushY[person]! += strength * fy;
  }

  #newSquare(): number {
    const square = this.#squares++;
    if (square >= this.#mass.length) this.#grow();
    this.#quarters.fill(empty, 4 * square, 4 * square + 4);
    this.#mass[square] = 0;
    this.#sumX[square] = 0;
    this.#sumY[square] = 0;
    return square;
  }

  #grow(): void {
    const longer = (values: Float64Array): Float64Array => {
      const next = new Float64Array(values.length * 2);
      next.set(values);
      return next;
    };
    const quarters = new Int32Array(this.#quarters.length * 2);
    quarters.set(this.#quarters);
    this.#quarters = quarters;
    this.#mass = longer(this.#mass);
    this.#sumX = longer(this.#sumX);
    this.#sumY = longer(this.#sumY);
  }

  #insert(person: number, left: number, top: number): void {
    const px = this.#x[person]!;
    const py = this.#y[person]!;
    this.#same[person] = empty;
    let square = 0;
    let half = this.#side / 2;
    let atX = left;
    let atY = top;
    for (let depth = 0; ; depth++) {
      this.#mass[square]!++;
      this.#sumX[square]! += px;
      this.#sumY[square]! += py;
      const east = px >= atX + half ? 1 : 0;
      const south = py >= atY + half ? 1 : 0;
      const quarter = 4 * square + east + 2 * south;
      const held = this.#quarters[quarter]!;
      if (held === empty) {
        this.#quarters[quarter] = -2 - person;
        return;
      }
      if (held < 0 && depth >= deepest) {
        this.#same[person] = -2 - held;
        this.#quarters[quarter] = -2 - person;
        return;
      }
      atX += east * half;
      atY += south * half;
      half /= 2;
      if (held >= 0) {
        square = held;
        continue;
      }
      // The quarter holds one person: it becomes a square, and that person moves down a level.
      const other = -2 - held;
      const next = this.#newSquare();
      this.#quarters[quarter] = next;
      this.#mass[next] = 1;
      this.#sumX[next] = this.#x[other]!;
      this.#sumY[next] = this.#y[other]!;
      const otherEast = this.#x[other]! >= atX + half ? 1 : 0;
      const otherSouth = this.#y[other]! >= atY + half ? 1 : 0;
      this.#quarters[4 * next + otherEast + 2 * otherSouth] = held;
      square = next;
    }
  }
}
