import type { CellAddress } from '../../../src/core/sheets/address';
import type {
  Category,
  ColumnRole,
  DateCell,
  Document,
  Figure,
  Relation,
  Table,
  TableKind,
  TableRow,
} from '../../../src/core/tables/document';
import { parseIsoDate } from '../../../src/core/values/calendar';
import { Decimal } from '../../../src/core/values/decimal';

/** Makes documents by hand, without a grid: one column a role, rows from the fourth sheet row on. */

export const FIRST_ROW = 3;
const COLUMNS: readonly ColumnRole[] = [
  'name',
  'start',
  'restored',
  'days',
  'amount',
  'fee',
  'quantity',
  'unit-price',
  'tax',
];

export function cellOf(role: ColumnRole, row: number, sheet: string): CellAddress {
  return { sheet, row, column: COLUMNS.indexOf(role) };
}

export function figure(
  value: string | number,
  cell: CellAddress,
  parts: Partial<Omit<Figure, 'cell' | 'value'>> = {},
): Figure {
  return {
    value: new Decimal(value),
    unit: new Decimal(1),
    approximate: false,
    textual: false,
    label: '',
    cell,
    ...parts,
  };
}

export function dateCell(iso: string, cell: CellAddress, textual = false): DateCell {
  const date = parseIsoDate(iso);
  if (!date) throw new Error(`not a date: ${iso}`);
  return {
    cell,
    textual,
    reading: {
      start: date,
      startPrecision: 'day',
      end: date,
      endPrecision: 'day',
      printed: iso,
      inferredYear: false,
      wrongWeekday: null,
    },
  };
}

export interface RowInput {
  readonly name?: string;
  readonly start?: string;
  readonly restored?: string;
  readonly days?: string | number;
  readonly amount?: string | number;
  readonly fee?: string | number;
  readonly quantity?: string | number;
  readonly unitPrice?: string | number;
  readonly hidden?: boolean;
  readonly textual?: boolean;
  readonly category?: number;
  /** It prints what the row so many rows above prints. */
  readonly repeatsAbove?: number;
}

export interface TableInput {
  readonly id?: string;
  readonly kind?: TableKind;
  readonly sheet?: string;
  readonly rows: readonly RowInput[];
  /** Printed total of the amounts, then tax and gross. */
  readonly total?: string | number;
  readonly tax?: string | number;
  readonly taxRate?: string | number;
  readonly gross?: string | number;
  readonly categories?: readonly { readonly label: string; readonly subtotal: string | number | null }[];
  readonly unreadable?: Table['unreadable'];
}

/** A table of rows with the relations that its totals state. */
export function table(input: TableInput): Table {
  const sheet = input.sheet ?? '減額';
  const rows = input.rows.map((row, index) => tableRow(row, FIRST_ROW + index, sheet));
  const amounts = rows.flatMap((row) => (row.amount ? [row.amount] : []));
  const below = FIRST_ROW + rows.length;
  const at = (line: number) => cellOf('amount', below + line, sheet);
  const relations: Relation[] = [];
  const categories: Category[] = (input.categories ?? []).map(({ label, subtotal }, index) => {
    const members = rows.flatMap((row, position) => (row.category === index ? [position] : []));
    const cell = { sheet, row: FIRST_ROW + (members[0] ?? 0), column: COLUMNS.length };
    const target = subtotal === null ? null : figure(subtotal, cell, { textual: true, label });
    if (target) {
      relations.push({
        kind: 'sum',
        target,
        addends: members.flatMap((position) => rows[position]?.amount ?? []),
        axis: 'rows',
        certainty: 'certain',
      });
    }
    return { label, cell, rows: members, subtotal: target };
  });
  const net = input.total === undefined ? null : figure(input.total, at(0), { label: '合計金額' });
  if (net) relations.push({ kind: 'sum', target: net, addends: amounts, axis: 'rows', certainty: 'certain' });
  const tax = input.tax === undefined ? null : figure(input.tax, at(1), { label: '消費税相当額' });
  const statedRate = input.taxRate === undefined ? null : new Decimal(input.taxRate);
  if (tax)
    relations.push({ kind: 'tax', target: tax, lines: amounts, rates: amounts.map(() => null), net, statedRate });
  const gross = input.gross === undefined ? null : figure(input.gross, at(2), { label: '減額総合計' });
  if (gross && net && tax) relations.push({ kind: 'gross', target: gross, net, tax });
  return {
    id: input.id ?? 't1',
    kind: input.kind ?? 'reduction',
    sheet,
    range: { top: FIRST_ROW - 1, left: 0, bottom: below + 2, right: COLUMNS.length },
    columns: COLUMNS.map((role, column) => ({
      role,
      column,
      header: role,
      headerCell: { sheet, row: FIRST_ROW - 1, column },
    })),
    rows,
    categories,
    totals: [
      ...(net ? [{ kind: 'total' as const, row: below, label: net.label, figure: net }] : []),
      ...(tax ? [{ kind: 'tax' as const, row: below + 1, label: tax.label, figure: tax }] : []),
      ...(gross ? [{ kind: 'gross' as const, row: below + 2, label: gross.label, figure: gross }] : []),
    ],
    relations,
    unreadable: input.unreadable ?? [],
  };
}

function tableRow(input: RowInput, row: number, sheet: string): TableRow {
  const textual = input.textual ?? false;
  const maybe = (role: ColumnRole, value: string | number | undefined) =>
    value === undefined ? null : figure(value, cellOf(role, row, sheet), { textual, label: input.name ?? '' });
  return {
    row,
    block: 0,
    name: input.name ?? `system ${row}`,
    nameCell: cellOf('name', row, sheet),
    category: input.category ?? null,
    start: input.start === undefined ? null : dateCell(input.start, cellOf('start', row, sheet)),
    restored: input.restored === undefined ? null : dateCell(input.restored, cellOf('restored', row, sheet)),
    days: maybe('days', input.days),
    amount: maybe('amount', input.amount),
    fee: maybe('fee', input.fee),
    quantity: maybe('quantity', input.quantity),
    unitPrice: maybe('unit-price', input.unitPrice),
    tax: null,
    hidden: input.hidden ?? false,
    ...(input.repeatsAbove === undefined ? {} : { repeats: row - input.repeatsAbove }),
  };
}

export function document(
  tables: readonly Table[],
  incident: string | null = null,
  parts: Partial<Document> = {},
): Document {
  const cell = { sheet: tables[0]?.sheet ?? '減額', row: 0, column: 0 };
  const date = incident === null ? null : parseIsoDate(incident);
  return {
    workbookName: 'book.xlsx',
    dateSystem: 1900,
    tables,
    timeline: [],
    incidentCandidates: date ? [{ date, cell, textual: true }] : [],
    oddFormulas: [],
    percentCells: new Set(),
    unreadableDates: [],
    ...parts,
  };
}

/** The reduction table of a real committee document (Nakano City, 2020-06-09): restored date, days and amount of its 22 systems. */
export const REDUCTION_ROWS: readonly RowInput[] = (
  [
    ['2019-12-26', 23, 2288868],
    ['2019-12-10', 6, 190602],
    ['2019-12-06', 2, 1470],
    ['2019-12-09', 5, 94545],
    ['2019-12-06', 2, 12940],
    ['2020-03-27', 114, 347584],
    ['2020-03-23', 110, 1163700],
    ['2019-12-06', 2, 3592],
    ['2019-12-06', 2, 26586],
    ['2019-12-06', 2, 9302],
    ['2020-02-01', 59, 297844],
    ['2019-12-09', 5, 46205],
    ['2019-12-09', 5, 31610],
    ['2019-12-06', 2, 2224],
    ['2020-03-31', 119, 134636],
    ['2020-02-15', 73, 207794],
    ['2019-12-06', 2, 5348],
    ['2019-12-06', 2, 34314],
    ['2020-03-31', 119, 202572],
    ['2020-03-08', 95, 1430580],
    ['2020-03-31', 119, 226772],
    ['2020-03-31', 119, 373920],
  ] as const
).map(([restored, days, amount], index) => ({ name: `system ${index + 1}`, restored, days, amount }));

export const CLAIM_ROWS: readonly RowInput[] = [
  ...[3752388, 507561, 4630].map((amount) => ({ amount, category: 0 })),
  ...[396000, 786500, 443520, 55321200, 1007187, 1821600, 968000, 4811400].map((amount) => ({ amount, category: 1 })),
].map((row, index) => ({ ...row, name: `cost ${index + 1}` }));

/** Both parts of that document. */
export function committeeDocument(
  rows: readonly RowInput[] = REDUCTION_ROWS,
  totals: Partial<TableInput> = {},
): Document {
  return document(
    [
      table({ rows, total: 7133008, tax: 713303, gross: 7846311, ...totals }),
      table({
        id: 't2',
        kind: 'claims',
        sheet: '損害賠償',
        rows: CLAIM_ROWS,
        total: 69819986,
        categories: [
          { label: '障害対応', subtotal: 4264579 },
          { label: 'システム復旧', subtotal: 65555407 },
        ],
      }),
    ],
    '2019-12-04',
  );
}
