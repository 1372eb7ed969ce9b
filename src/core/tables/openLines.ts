/** A line that no total above has taken in yet, with its rank as one; 0 for a detail. */
export interface OpenLine {
  readonly rank: number;
}

/** Takes off what a total of a rank takes in: the lines since the last total of its rank or a higher one. A detail, of rank 0, takes in none. */
export function takeIn(open: OpenLine[], rank: number): void {
  while (rank > 0 && (open[open.length - 1]?.rank ?? rank) < rank) open.pop();
}
