import type { Terms } from '../../src/core/checks/terms';
import { NO_TERMS } from '../../src/core/checks/terms';
import type { Verification } from '../../src/core/checks/verification';
import { planSheets } from '../../src/core/report/planSheets';
import { cellName, parseArea } from '../../src/core/sheets/address';
import type { PlannedResult, SheetPlan } from '../../src/core/sheets/sheetPlan';
import { isoDate } from '../../src/core/values/calendar';
import { Decimal } from '../../src/core/values/decimal';
import { verify } from '../../src/core/verify';
import type { Language } from '../../src/messages/language';
import { XlsxWorkbook } from '../../src/workbooks/xlsx/xlsxWorkbook';
import type { CalculatedValue, CalculatedWorkbook } from '../support/libreOffice';

export interface Written {
  readonly verification: Verification;
  readonly plans: readonly SheetPlan[];
  readonly bytes: Uint8Array;
}

/** Verifies a workbook and writes the three sheets into it. */
export async function write(bytes: Uint8Array, language: Language, terms: Terms = NO_TERMS): Promise<Written> {
  const workbook = await XlsxWorkbook.open(bytes, 'book.xlsx');
  const { verification, snapshot } = await verify(workbook, terms);
  const time = { date: { year: 2020, month: 6, day: 9 }, hour: 13, minute: 5 };
  const plans = planSheets(verification, snapshot, { language, time, version: '0.0.0' });
  await workbook.write(plans);
  return { verification, plans, bytes: workbook.bytes };
}

/** A formula that does not give what the core computed, with both values. */
export interface Mismatch {
  readonly cell: string;
  readonly formula: string;
  readonly planned: CalculatedValue;
  readonly calculated: CalculatedValue | undefined;
}

/** Compares every planned formula with what was calculated; `count` says how many there were. */
export function compare(
  plans: readonly SheetPlan[],
  calculated: CalculatedWorkbook,
): { count: number; mismatches: Mismatch[] } {
  let count = 0;
  const mismatches: Mismatch[] = [];
  for (const plan of plans) {
    for (const { row, column, content } of plan.cells) {
      if (content.kind !== 'formula') continue;
      count += 1;
      const found = calculated.get(plan.name)?.get(`${row},${column}`)?.value;
      const planned = plainResult(content.result);
      if (found === planned) continue;
      mismatches.push({
        cell: `${plan.name}!${cellName({ row, column })}`,
        formula: content.formula,
        planned,
        calculated: found,
      });
    }
  }
  return { count, mismatches };
}

function plainResult(result: PlannedResult): CalculatedValue {
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  // A spreadsheet keeps 15 digits of a fraction.
  return result instanceof Decimal ? Number(result.toPrecision(15)) : isoDate(result);
}

/** Where a text stands in a sheet, with the cells right of it. */
export class Sheet {
  constructor(
    private readonly name: string,
    private readonly book: CalculatedWorkbook,
  ) {}

  /** A1 name of the cell so many columns right of the first cell with this text. */
  cellBeside(text: string, columns: number): string {
    const { row, column } = this.find(text);
    return cellName({ row, column: column + columns });
  }

  /** The value so many columns right of the first cell with this text. */
  beside(text: string, columns: number): CalculatedValue | undefined {
    const { row, column } = this.find(text);
    return this.book.get(this.name)?.get(`${row},${column + columns}`)?.value;
  }

  /** The values of so many cells below a cell; null for an empty one. */
  below(cell: string, count: number): CalculatedValue[] {
    const area = parseArea(cell);
    if (!area) throw new Error(`${cell} is no cell`);
    return Array.from({ length: count }, (_, index) => {
      return this.book.get(this.name)?.get(`${area.top + 1 + index},${area.left}`)?.value ?? null;
    });
  }

  private find(text: string): { row: number; column: number } {
    for (const [key, cell] of this.book.get(this.name) ?? []) {
      if (cell.value !== text) continue;
      const [row = 0, column = 0] = key.split(',').map(Number);
      return { row, column };
    }
    throw new Error(`${text} is not on ${this.name}`);
  }
}
