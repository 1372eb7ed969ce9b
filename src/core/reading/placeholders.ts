import { fold } from './fold';

/** What stands where a figure would: nothing to count, the same as above, or a figure that is not disclosed. */
export type Placeholder = 'nil' | 'ditto' | 'withheld';

const NIL = /^(-+|[ー―‐ｰ]+|…+|\.+|\/|なし|無し|無|該当なし|該当無し|n\/a|n\.a\.|na|nil|none)$/;
const DITTO = /^(〃|々|″|"|''|同上|同左|ditto)$/;
const WITHHELD =
  /^(\*+|[x×χ✕]+|■+|●+|○{2,}|\?+|非公表|非公開|不開示|非開示|秘匿|黒塗り|withheld|redacted|not disclosed)$/;

/** Reads a placeholder; null for any other text. An empty text is `nil`. */
export function placeholderOf(text: string): Placeholder | null {
  const folded = fold(text).replace(/\s+/g, ' ').trim().toLowerCase();
  if (folded === '' || NIL.test(folded)) return 'nil';
  if (DITTO.test(folded)) return 'ditto';
  return WITHHELD.test(folded) ? 'withheld' : null;
}
