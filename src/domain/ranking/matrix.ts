/** A square matrix of numbers, zero at first. */
export class SquareMatrix {
  readonly size: number;
  readonly #cells: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.#cells = new Float64Array(size * size);
  }

  get(row: number, column: number): number {
    return this.#cells[row * this.size + column] ?? Number.NaN;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.size + column] = value;
  }

  add(row: number, column: number, value: number): void {
    this.set(row, column, this.get(row, column) + value);
  }

  /** Adds the edge `first`–`second` of a weighted graph to its Laplacian: `weight (e_i - e_j)(e_i - e_j)'`. */
  addEdge(first: number, second: number, weight: number): void {
    this.add(first, first, weight);
    this.add(second, second, weight);
    this.add(first, second, -weight);
    this.add(second, first, -weight);
  }

  /** The sum of the diagonal. */
  trace(): number {
    let sum = 0;
    for (let index = 0; index < this.size; index += 1) sum += this.get(index, index);
    return sum;
  }

  /** This matrix times a vector. */
  times(vector: readonly number[]): number[] {
    return vector.map((_, row) => vector.reduce((sum, value, column) => sum + this.get(row, column) * value, 0));
  }

  /** The rows as plain arrays. */
  toRows(): number[][] {
    return Array.from({ length: this.size }, (_, row) => Array.from({ length: this.size }, (__, column) => this.get(row, column)));
  }
}

/**
 * The Cholesky factor L of a symmetric positive definite matrix: A = LL', L lower triangular.
 * @see https://en.wikipedia.org/wiki/Cholesky_decomposition#The_Cholesky–Banachiewicz_and_Cholesky–Crout_algorithms
 * @returns undefined when the matrix is not positive definite to the precision of numbers
 */
export function choleskyFactor(matrix: SquareMatrix): SquareMatrix | undefined {
  const factor = new SquareMatrix(matrix.size);
  for (let row = 0; row < matrix.size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix.get(row, column);
      for (let index = 0; index < column; index += 1) rest -= factor.get(row, index) * factor.get(column, index);
      if (column < row) factor.set(row, column, rest / factor.get(column, column));
      else if (rest > 0) factor.set(row, row, Math.sqrt(rest));
      else return undefined;
    }
  }
  return factor;
}

/** Solves LL'x = b for x by forward and back substitution. */
export function solveCholesky(factor: SquareMatrix, right: readonly number[]): number[] {
  const solution = [...right];
  for (let row = 0; row < factor.size; row += 1) {
    let rest = solution[row] ?? 0;
    for (let column = 0; column < row; column += 1) rest -= factor.get(row, column) * (solution[column] ?? 0);
    solution[row] = rest / factor.get(row, row);
  }
  for (let row = factor.size - 1; row >= 0; row -= 1) {
    let rest = solution[row] ?? 0;
    for (let column = row + 1; column < factor.size; column += 1) rest -= factor.get(column, row) * (solution[column] ?? 0);
    solution[row] = rest / factor.get(row, row);
  }
  return solution;
}

/**
 * The product A⁻¹ B A⁻¹ for symmetric A and B.
 * @param factor the Cholesky factor of A
 * @returns a matrix whose two halves are equal to the last bit
 */
export function sandwich(factor: SquareMatrix, filling: SquareMatrix): SquareMatrix {
  const { size } = factor;
  const rows = filling.toRows().map((row) => solveCholesky(factor, row));
  const product = new SquareMatrix(size);
  for (let column = 0; column < size; column += 1) {
    const solved = solveCholesky(factor, rows.map((row) => row[column] ?? 0));
    for (let row = 0; row <= column; row += 1) {
      product.set(row, column, solved[row] ?? 0);
      product.set(column, row, solved[row] ?? 0);
    }
  }
  return product;
}
