/**
 * Logistic regression by Newton's method, with a ridge: ln(p / (1 - p)) = intercept + slopes . columns.
 * (D. R. Cox 1958; ridge: S. le Cessie, J. C. van Houwelingen, Appl. Stat. 41, 1992.) Columns are brought to mean 0 and
 * deviation 1 before the ridge is put on their slopes, so that it does not depend on units; the intercept is free.
 */
import type { Chunked } from './chunked';

export interface Logistic {
  readonly intercept: number;
  readonly slopes: readonly number[];
}

/** Rows of the table that are gone through in one piece. */
const piece = 8_192;
const mostSteps = 60;
const closeEnough = 1e-10;

/** Pulls each standardised slope towards 0 like a normal prior of variance 1 / ridge. */
const defaultRidge = 0.1;

/**
 * @param table rows of `columns` numbers each, all finite
 * @param came what came of each row; a table where all came alike gives a chance near 0 or 1, and flat slopes
 */
export function* fitLogistic(
  table: Float64Array,
  columns: number,
  came: ArrayLike<boolean>,
  ridge = defaultRidge,
): Chunked<Logistic> {
  const { means, deviations } = yield* momentsOf(table, columns);
  const size = columns + 1;
  const rows = table.length / columns;
  let at = new Float64Array(size);
  let here = yield* derivatives(table, columns, came, ridge, means, deviations, at);
  for (let step = 0; step < mostSteps; step++) {
    const move = solved(here.curvature, here.slope, size);
    // A full step of Newton's may go too far where chances are near 0 or 1; half of it, and so on, does not.
    let next = at;
    let there = here;
    for (let length = 1; length > 1e-6; length /= 2) {
      next = at.map((value, i) => value - length * move[i]!);
      there = yield* derivatives(table, columns, came, ridge, means, deviations, next);
      if (there.loss <= here.loss) break;
    }
    const gained = here.loss - there.loss;
    if (gained > 0) {
      at = next;
      here = there;
    }
    if (!(gained > closeEnough * rows)) break;
  }
  const slopes = Array.from({ length: columns }, (_, c) => at[c + 1]! / deviations[c]!);
  const intercept = slopes.reduce((sum, slope, c) => sum - slope * means[c]!, at[0]!);
  return { intercept, slopes };
}

/** The chance that a row is given. */
export function logisticChance({ intercept, slopes }: Logistic, row: ArrayLike<number>): number {
  return sigmoid(slopes.reduce((sum, slope, c) => sum + slope * row[c]!, intercept));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

interface Moments {
  readonly means: Float64Array;
  /** 1 where all rows are alike: such a column says nothing, and its slope stays 0. */
  readonly deviations: Float64Array;
}

function* momentsOf(table: Float64Array, columns: number): Chunked<Moments> {
  const rows = table.length / columns;
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (let i = 0; i < table.length; i++) {
    means[i % columns]! += table[i]! / rows;
    if (i % (piece * columns) === 0) yield 0;
  }
  for (let i = 0; i < table.length; i++) {
    const c = i % columns;
    deviations[c]! += (table[i]! - means[c]!) ** 2 / rows;
    if (i % (piece * columns) === 0) yield 0;
  }
  return { means, deviations: deviations.map((square, c) => spread(square, means[c]!)) };
}

/** Where all values are alike, rounding leaves a trace of a deviation. */
function spread(square: number, mean: number): number {
  return square > 1e-18 * (1 + mean * mean) ? Math.sqrt(square) : 1;
}

interface Derivatives {
  /** Minus the logarithm of the likelihood, with the ridge. */
  readonly loss: number;
  readonly slope: Float64Array;
  /** Row by row. */
  readonly curvature: Float64Array;
}

function* derivatives(
  table: Float64Array,
  columns: number,
  came: ArrayLike<boolean>,
  ridge: number,
  means: Float64Array,
  deviations: Float64Array,
  at: Float64Array,
): Chunked<Derivatives> {
  const size = columns + 1;
  const slope = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1);
  let loss = 0;
  for (let i = 0; i * columns < table.length; i++) {
    let x = at[0]!;
    for (let c = 0; c < columns; c++) {
      row[c + 1] = (table[i * columns + c]! - means[c]!) / deviations[c]!;
      x += at[c + 1]! * row[c + 1]!;
    }
    const chance = sigmoid(x);
    // ln(1 + e^x), without running over.
    loss += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - (came[i]! ? x : 0);
    const off = chance - (came[i]! ? 1 : 0);
    const bend = chance * (1 - chance);
    for (let a = 0; a < size; a++) {
      slope[a]! += off * row[a]!;
      for (let b = 0; b <= a; b++) curvature[a * size + b]! += bend * row[a]! * row[b]!;
    }
    if (i % piece === piece - 1) yield 0.5;
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) curvature[b * size + a] = curvature[a * size + b]!;
    // Keeps the intercept solvable where all chances have run to 0 or 1.
    const pull = a === 0 ? 1e-9 : ridge;
    loss += (pull * at[a]! ** 2) / 2;
    slope[a]! += pull * at[a]!;
    curvature[a * size + a]! += pull;
  }
  return { loss, slope, curvature };
}

/** Solves a small system of equations with a positive definite matrix (Cholesky). */
function solved(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / lower[j * size + j]!;
    }
    for (let k = 0; k < i; k++) x[i]! -= lower[i * size + k]! * x[k]!;
    x[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= lower[k * size + i]! * x[k]!;
    x[i]! /= lower[i * size + i]!;
  }
  return x;
}
