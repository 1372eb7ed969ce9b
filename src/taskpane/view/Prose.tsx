import { piecesOf } from './words';

/** A sentence whose figures, dates and figures with their unit are never broken over two lines. */
export function Prose({ children }: { readonly children: string }) {
  return piecesOf(children).map((piece, index) =>
    piece.kept ? (
      <span key={index} className="kept">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
