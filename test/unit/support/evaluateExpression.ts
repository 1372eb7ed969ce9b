import type { Expression } from '../../../src/core/checks/expression';
import { roundTo } from '../../../src/core/rules/rounding';
import { countThirtyDays } from '../../../src/core/rules/yearBases';
import { type CellAddress, qualifiedCell } from '../../../src/core/sheets/address';
import type { Document, Table } from '../../../src/core/tables/document';
import { dateOfDayNumber, dayNumber } from '../../../src/core/values/calendar';
import { Decimal, sumOf } from '../../../src/core/values/decimal';

/** What a formula over the document's cells would give: numbers and dates (as day numbers) of cells, text as nothing. */
export function evaluateExpression(expression: Expression, document: Document): Decimal {
  const cells = numericCells(document);
  const cellValue = (cell: CellAddress): Decimal => {
    const value = cells.get(qualifiedCell(cell));
    if (!value) throw new Error(`no number in ${qualifiedCell(cell)}`);
    return value;
  };
  const evaluate = (each: Expression): Decimal => {
    switch (each.kind) {
      case 'number':
      case 'tax-rate':
        return each.value;
      case 'date':
      case 'incident-date':
        return new Decimal(dayNumber(each.value));
      case 'cell':
        return cellValue(each.cell);
      case 'sum':
        return sumOf([
          ...each.ranges.flatMap((range) => {
            const values: Decimal[] = [];
            for (let row = range.top; row <= range.bottom; row += 1) {
              for (let column = range.left; column <= range.right; column += 1) {
                values.push(cellValue({ sheet: range.sheet, row, column }));
              }
            }
            return values;
          }),
          ...each.terms.map(evaluate),
        ]);
      case 'subtract':
        return evaluate(each.from).minus(evaluate(each.what));
      case 'thirty-days': {
        const [start, end] = [each.start, each.end].map((date) => dateOfDayNumber(evaluate(date).toNumber()));
        if (!start || !end) throw new Error('two dates were expected');
        return new Decimal(countThirtyDays(start, end, each.rule));
      }
      case 'multiply':
        return evaluate(each.a).times(evaluate(each.b));
      case 'divide':
        return evaluate(each.a).div(evaluate(each.b));
      case 'round':
        return roundTo(evaluate(each.of), each.unit, each.mode);
    }
  };
  return evaluate(expression);
}

function numericCells(document: Document): Map<string, Decimal> {
  const cells = new Map<string, Decimal>();
  for (const table of document.tables) {
    for (const figure of figuresOf(table)) {
      if (!figure.textual) cells.set(qualifiedCell(figure.cell), figure.value);
    }
    for (const date of table.rows.flatMap((row) => [row.start, row.restored])) {
      if (date && !date.textual) cells.set(qualifiedCell(date.cell), new Decimal(dayNumber(date.reading.start)));
    }
  }
  return cells;
}

function figuresOf(table: Table) {
  return [
    ...table.rows.flatMap((row) => [row.amount, row.days, row.fee, row.quantity, row.unitPrice, row.tax]),
    ...table.rows.flatMap(({ pricing }) => [
      pricing?.per && 'cell' in pricing.per ? pricing.per : null,
      ...[...(pricing?.adjustments ?? []), ...(pricing?.factors ?? [])].map(({ figure }) => figure),
    ]),
    ...(table.ratios ?? []).flatMap(({ part, less, whole }) => [part, less, whole]),
    ...table.totals.map((total) => total.figure),
    ...table.categories.map((category) => category.subtotal),
  ].flatMap((figure) => figure ?? []);
}
