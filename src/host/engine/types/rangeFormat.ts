import type { CellArea } from '../../../core/sheets/address';
import { POINTS_PER_PIXEL } from '../../model/sizes';
import { BORDER_SIDES, type BorderLine, type BorderSide } from '../../model/style';
import { colorOf, countOf, numberOf, oneOf, textOf, truthOf } from '../arguments';
import type { CellsTarget, ObjectType, Targets } from '../objects';
import type { Json } from '../protocol';
import { common, refuseWhenProtected, restyle } from './cells';

/** Excel's widest column and highest row. */
const MAX_COLUMN_PIXELS = 1790;
const MAX_ROW_POINTS = 409.5;
const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];

function setColumnWidth({ sheet, areas }: CellsTarget, value: Json): void {
  refuseWhenProtected(sheet);
  const pixels = Math.min(Math.round(numberOf(value) / POINTS_PER_PIXEL), MAX_COLUMN_PIXELS);
  for (const area of areas) {
    for (let column = area.left; column <= area.right; column += 1) sheet.setColumnWidth(column, pixels);
  }
}

function setRowHeight({ sheet, areas }: CellsTarget, value: Json): void {
  refuseWhenProtected(sheet);
  const points = Math.min(numberOf(value), MAX_ROW_POINTS);
  for (const area of areas) for (let row = area.top; row <= area.bottom; row += 1) sheet.setRowHeight(row, points);
}

/** Gives back the default size. Only `true` does anything, as in Excel. */
function standardWidth({ sheet, areas }: CellsTarget, value: Json): void {
  refuseWhenProtected(sheet);
  if (!truthOf(value)) return;
  const within = (column: number) => areas.some(({ left, right }) => column >= left && column <= right);
  for (const column of [...sheet.columnWidths.keys()].filter(within)) sheet.setColumnWidth(column, null);
}

function standardHeight({ sheet, areas }: CellsTarget, value: Json): void {
  refuseWhenProtected(sheet);
  if (!truthOf(value)) return;
  const within = (row: number) => areas.some(({ top, bottom }) => row >= top && row <= bottom);
  for (const row of [...sheet.rowHeights.keys()].filter(within)) sheet.setRowHeight(row, null);
}

function commonSize(first: number, last: number, sizeOf: (index: number) => number): number | null {
  const size = sizeOf(first);
  for (let index = first; index <= last; index += 1) if (sizeOf(index) !== size) return null;
  return size;
}

export const rangeFormat: ObjectType<'RangeFormat'> = {
  scalars: {
    ColumnWidth: {
      get: ({ sheet, areas: [area] }) =>
        area
          ? commonSize(
              area.left,
              area.right,
              (column) => sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth,
            ) !== null
            ? (sheet.columnWidths.get(area.left) ?? sheet.defaultColumnWidth) * POINTS_PER_PIXEL
            : null
          : null,
      set: setColumnWidth,
    },
    RowHeight: {
      get: ({ sheet, areas: [area] }) =>
        area ? commonSize(area.top, area.bottom, (row) => sheet.rowHeights.get(row) ?? sheet.defaultRowHeight) : null,
      set: setRowHeight,
    },
    UseStandardWidth: { set: standardWidth },
    UseStandardHeight: { set: standardHeight },
    HorizontalAlignment: {
      get: (target) => common(target, (look) => look.horizontal),
      set: (target, value) => restyle(target, (look) => ({ ...look, horizontal: oneOf(value, HORIZONTAL) })),
    },
    VerticalAlignment: {
      get: (target) => common(target, (look) => look.vertical),
      set: (target, value) => restyle(target, (look) => ({ ...look, vertical: oneOf(value, VERTICAL) })),
    },
    WrapText: {
      get: (target) => common(target, (look) => look.wrap),
      set: (target, value) => restyle(target, (look) => ({ ...look, wrap: truthOf(value) })),
    },
    IndentLevel: {
      get: (target) => common(target, (look) => look.indent),
      set: (target, value) => restyle(target, (look) => ({ ...look, indent: countOf(value) })),
    },
  },
  parts: {
    Fill: (target) => ({ type: 'RangeFill', target }),
    Font: (target) => ({ type: 'RangeFont', target }),
    Borders: (target) => ({ type: 'RangeBorders', target }),
  },
};

export const rangeFill: ObjectType<'RangeFill'> = {
  scalars: {
    Color: {
      get: (target) => common(target, (look) => look.fill ?? '#FFFFFF'),
      set: (target, value) => restyle(target, (look) => ({ ...look, fill: colorOf(value) })),
    },
  },
  methods: {
    Clear: (target) => {
      restyle(target, (look) => ({ ...look, fill: null }));
      return null;
    },
  },
};

export const rangeFont: ObjectType<'RangeFont'> = {
  scalars: {
    Bold: {
      get: (target) => common(target, (look) => look.bold),
      set: (target, value) => restyle(target, (look) => ({ ...look, bold: truthOf(value) })),
    },
    Italic: {
      get: (target) => common(target, (look) => look.italic),
      set: (target, value) => restyle(target, (look) => ({ ...look, italic: truthOf(value) })),
    },
    Underline: {
      get: (target) => common(target, (look) => (look.underline ? 'Single' : 'None')),
      set: (target, value) => restyle(target, (look) => ({ ...look, underline: textOf(value) !== 'None' })),
    },
    Strikethrough: {
      get: (target) => common(target, (look) => look.strikethrough),
      set: (target, value) => restyle(target, (look) => ({ ...look, strikethrough: truthOf(value) })),
    },
    Color: {
      get: (target) => common(target, (look) => look.fontColor),
      set: (target, value) => restyle(target, (look) => ({ ...look, fontColor: colorOf(value) })),
    },
    Name: {
      get: (target) => common(target, (look) => look.fontName),
      set: (target, value) => restyle(target, (look) => ({ ...look, fontName: textOf(value) })),
    },
    Size: {
      get: (target) => common(target, (look) => look.fontSize),
      set: (target, value) => restyle(target, (look) => ({ ...look, fontSize: numberOf(value) })),
    },
  },
};

type BorderTarget = Targets['RangeBorder'];

const SIDES = [...BORDER_SIDES, 'InsideHorizontal', 'InsideVertical'] as const;
const LINE: BorderLine = { style: 'Continuous', weight: 'Thin', color: '#000000' };
const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

/** Which sides of a cell belong to a border of the area: an edge only at the rim, an inside line on both sides of it. */
function sidesAt(side: BorderTarget['side'], row: number, column: number, area: CellArea): BorderSide[] {
  switch (side) {
    case 'EdgeTop':
      return row === area.top ? ['EdgeTop'] : [];
    case 'EdgeBottom':
      return row === area.bottom ? ['EdgeBottom'] : [];
    case 'EdgeLeft':
      return column === area.left ? ['EdgeLeft'] : [];
    case 'EdgeRight':
      return column === area.right ? ['EdgeRight'] : [];
    case 'InsideHorizontal':
      return [...(row > area.top ? ['EdgeTop' as const] : []), ...(row < area.bottom ? ['EdgeBottom' as const] : [])];
    case 'InsideVertical':
      return [
        ...(column > area.left ? ['EdgeLeft' as const] : []),
        ...(column < area.right ? ['EdgeRight' as const] : []),
      ];
    default:
      return [side];
  }
}

function redraw(target: BorderTarget, change: (line: BorderLine) => BorderLine | null): void {
  restyle(target, (look, row, column, area) => {
    const sides = sidesAt(target.side, row, column, area);
    if (sides.length === 0) return look;
    const borders: Partial<Record<BorderSide, BorderLine>> = { ...look.borders };
    for (const side of sides) {
      const line = change(borders[side] ?? LINE);
      if (line) borders[side] = line;
      else delete borders[side];
    }
    return { ...look, borders };
  });
}

function lineOf(target: BorderTarget): BorderLine | null {
  const area = target.areas[0];
  const side = SIDES.includes(target.side) && !target.side.startsWith('Inside') ? (target.side as BorderSide) : null;
  if (!area || !side) return null;
  const corner = side === 'EdgeBottom' ? area.bottom : area.top;
  const column = side === 'EdgeRight' ? area.right : area.left;
  return target.sheet.lookAt(corner, column).borders[side] ?? null;
}

export const rangeBorders: ObjectType<'RangeBorders'> = {
  item: (target, key) => ({ type: 'RangeBorder', target: { ...target, side: oneOf(key, SIDES) } }),
  methods: {
    GetItem: (target, [key]) => ({ type: 'RangeBorder', target: { ...target, side: oneOf(key, SIDES) } }),
  },
};

export const rangeBorder: ObjectType<'RangeBorder'> = {
  id: ({ side }) => side,
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (target) => lineOf(target)?.style ?? 'None',
      set: (target, value) => {
        const style = oneOf(value, STYLES);
        redraw(target, (line) => (style === 'None' ? null : { ...line, style }));
      },
    },
    Color: {
      get: (target) => lineOf(target)?.color ?? '#000000',
      set: (target, value) => redraw(target, (line) => ({ ...line, color: colorOf(value) })),
    },
    Weight: {
      get: (target) => lineOf(target)?.weight ?? 'Thin',
      set: (target, value) => redraw(target, (line) => ({ ...line, weight: oneOf(value, WEIGHTS) })),
    },
  },
};
