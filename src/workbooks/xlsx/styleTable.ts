import { XMLSerializer } from '@xmldom/xmldom';
import type { CellStyle } from '../../core/sheets/sheetPlan';
import { WorkbookError } from '../../core/sheets/workbook';
import { childrenOf, type Document, type Element, ensureChild, newChild, rootOf } from './xmlPart';

/** The children of styleSheet in the schema's sequence (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
const FIRST_CUSTOM_FORMAT = 164;
/** Cell formats that Excel takes; a file with more is damaged to it (MS-OI29500, 18.8.10 cellXfs). */
const MOST_CELL_FORMATS = 65_430;

/** A styles part that has the least that the schema asks for. */
export const MINIMAL_STYLES = (namespace: string): string =>
  `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** A styles part that only gains entries: every index that a user's cell holds keeps its meaning. */
export class StyleTable {
  readonly #root: Element;
  readonly #indexes = new Map<string, Map<string, number>>();
  readonly #styles = new Map<CellStyle, number>();
  readonly #serializer = new XMLSerializer();

  constructor(document: Document) {
    this.#root = rootOf(document);
  }

  /** The index for a cell's `s` attribute. */
  cellIndex(style: CellStyle): number {
    const known = this.#styles.get(style);
    if (known !== undefined) return known;
    const container = this.#container('cellXfs');
    const format = newChild(container, 'xf', {
      numFmtId: String(this.#numberFormat(style.numberFormat)),
      fontId: String(this.#font(style)),
      fillId: String(style.fill === undefined ? this.#noFill() : this.#fill(style.fill)),
      borderId: String(this.#border(style)),
      ...(childrenOf(this.#root, 'cellStyleXfs').length > 0 ? { xfId: '0' } : {}),
      applyNumberFormat: '1',
      applyFont: '1',
      applyFill: '1',
      applyBorder: '1',
      applyAlignment: '1',
    });
    const alignment = {
      ...(style.horizontal ? { horizontal: style.horizontal } : {}),
      ...(style.vertical ? { vertical: style.vertical } : {}),
      ...(style.wrap ? { wrapText: '1' } : {}),
      ...(style.indent ? { indent: String(style.indent) } : {}),
    };
    if (Object.keys(alignment).length > 0) format.appendChild(newChild(format, 'alignment', alignment));
    const index = this.#indexOf(container, format);
    this.#styles.set(style, index);
    return index;
  }

  /** The index of a cell format that differs from the one at `index` in nothing but its number format. */
  withNumberFormat(index: number, code: string): number {
    const container = this.#container('cellXfs');
    const base = childrenOf(container, 'xf')[index];
    const format = base ? (base.cloneNode(true) as Element) : newChild(container, 'xf', { fontId: '0', fillId: '0' });
    if (!base) format.setAttribute('borderId', '0');
    format.setAttribute('numFmtId', String(this.#numberFormat(code)));
    format.setAttribute('applyNumberFormat', '1');
    return this.#indexOf(container, format);
  }

  /** The index for a conditional format's `dxfId`. */
  highlightIndex(fill: string, color: string | null): number {
    const container = this.#container('dxfs');
    const format = newChild(container, 'dxf');
    if (color !== null) {
      const font = newChild(format, 'font');
      font.appendChild(newChild(font, 'color', { rgb: argb(color) }));
      format.appendChild(font);
    }
    const outer = newChild(format, 'fill');
    const pattern = newChild(outer, 'patternFill', { patternType: 'solid' });
    pattern.appendChild(newChild(pattern, 'fgColor', { rgb: argb(fill) }));
    pattern.appendChild(newChild(pattern, 'bgColor', { rgb: argb(fill) }));
    outer.appendChild(pattern);
    format.appendChild(outer);
    return this.#indexOf(container, format);
  }

  /** The workbook's own default font with the style's weight, size and colour. */
  #font(style: CellStyle): number {
    const container = this.#container('fonts');
    const base = childrenOf(container, 'font')[0];
    const inherited = (name: string) => (base ? childrenOf(base, name)[0] : undefined);
    const font = newChild(container, 'font');
    if (style.bold) font.appendChild(newChild(font, 'b'));
    if (style.italic) font.appendChild(newChild(font, 'i'));
    const size = style.size === undefined ? (inherited('sz')?.getAttribute('val') ?? '11') : String(style.size);
    font.appendChild(newChild(font, 'sz', { val: size }));
    if (style.color !== undefined) font.appendChild(newChild(font, 'color', { rgb: argb(style.color) }));
    else copy(inherited('color'), font);
    for (const name of ['name', 'family', 'charset', 'scheme']) copy(inherited(name), font);
    return this.#indexOf(container, font);
  }

  #noFill(): number {
    const container = this.#container('fills');
    const fill = newChild(container, 'fill');
    fill.appendChild(newChild(fill, 'patternFill', { patternType: 'none' }));
    return this.#indexOf(container, fill);
  }

  #fill(color: string): number {
    const container = this.#container('fills');
    const fill = newChild(container, 'fill');
    const pattern = newChild(fill, 'patternFill', { patternType: 'solid' });
    pattern.appendChild(newChild(pattern, 'fgColor', { rgb: argb(color) }));
    pattern.appendChild(newChild(pattern, 'bgColor', { indexed: '64' }));
    fill.appendChild(pattern);
    return this.#indexOf(container, fill);
  }

  #border(style: CellStyle): number {
    const container = this.#container('borders');
    const border = newChild(container, 'border');
    for (const side of SIDES) {
      const line = newChild(border, side);
      if (style.border?.sides.includes(side)) {
        line.setAttribute('style', 'thin');
        line.appendChild(newChild(line, 'color', { rgb: argb(style.border.color) }));
      }
      border.appendChild(line);
    }
    border.appendChild(newChild(border, 'diagonal'));
    return this.#indexOf(container, border);
  }

  #numberFormat(code: string | undefined): number {
    if (code === undefined || code === 'General') return 0;
    const container = this.#container('numFmts');
    const formats = childrenOf(container, 'numFmt');
    const present = formats.find((format) => format.getAttribute('formatCode') === code);
    if (present) return Number(present.getAttribute('numFmtId'));
    const id = formats.reduce(
      (greatest, format) => Math.max(greatest, Number(format.getAttribute('numFmtId')) + 1),
      FIRST_CUSTOM_FORMAT,
    );
    container.appendChild(newChild(container, 'numFmt', { numFmtId: String(id), formatCode: code }));
    container.setAttribute('count', String(formats.length + 1));
    return id;
  }

  #container(name: string): Element {
    return ensureChild(this.#root, name, ORDER);
  }

  /** The index of an element equal to `element`, which is appended where there is none. */
  #indexOf(container: Element, element: Element): number {
    const name = container.localName ?? '';
    let indexes = this.#indexes.get(name);
    if (!indexes) {
      indexes = new Map();
      for (const [index, child] of childrenOf(container).entries()) {
        const key = this.#serializer.serializeToString(child);
        if (!indexes.has(key)) indexes.set(key, index);
      }
      this.#indexes.set(name, indexes);
    }
    container.appendChild(element);
    const key = this.#serializer.serializeToString(element);
    const present = indexes.get(key);
    if (present !== undefined) {
      container.removeChild(element);
      return present;
    }
    const count = childrenOf(container).length;
    if (name === 'cellXfs' && count > MOST_CELL_FORMATS) throw new WorkbookError('cannot-write-format', 'formats');
    container.setAttribute('count', String(count));
    indexes.set(key, count - 1);
    return count - 1;
  }
}

function copy(source: Element | undefined, target: Element): void {
  if (source) target.appendChild(source.cloneNode(true));
}

/** `#RRGGBB` as the schema writes it: opaque. */
export function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}
