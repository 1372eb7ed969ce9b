/* What a cell of a grid is to the search, as small numbers for typed arrays. */
export const EMPTY = 0;
export const NUMBER = 1;
export const PLACEHOLDER = 2;
export const TEXT = 3;
