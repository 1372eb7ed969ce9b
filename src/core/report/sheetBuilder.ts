import type { CellAddress, CellArea } from '../sheets/address';
import type {
  CellStyle,
  PlannedBarChart,
  PlannedCell,
  PlannedContent,
  PlannedResult,
  SheetPlan,
} from '../sheets/sheetPlan';
import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import { rowHeight, wrappedLines } from './textHeight';

export const text = (value: string): PlannedContent => ({ kind: 'text', text: value });
export const number = (value: Decimal): PlannedContent => ({ kind: 'number', value });
export const date = (value: CalendarDate): PlannedContent => ({ kind: 'date', value });
export const link = (shown: string, target: CellAddress): PlannedContent => ({ kind: 'link', text: shown, target });
/** `formula` without its equals sign; `result` is what it gives now. */
export const formula = (body: string, result: PlannedResult): PlannedContent => ({
  kind: 'formula',
  formula: `=${body}`,
  result,
});
export const BLANK: PlannedContent = { kind: 'blank' };

type Fixed = Pick<SheetPlan, 'role' | 'name' | 'incompleteNotice' | 'tabColor' | 'columnWidths'>;

/** Collects the cells of one sheet and works out the heights of its rows. Used while one plan is made, then thrown away. */
export class SheetBuilder {
  private readonly cells: PlannedCell[] = [];
  private readonly merges: CellArea[] = [];
  private readonly highlights: SheetPlan['highlights'][number][] = [];
  private readonly choices: SheetPlan['choices'][number][] = [];
  private readonly charts: PlannedBarChart[] = [];
  private readonly lines = new Map<number, number>();
  private readonly heights = new Map<number, number>();

  constructor(private readonly fixed: Fixed) {}

  put(row: number, column: number, content: PlannedContent, style: CellStyle): void {
    this.add(row, column, content, style);
    const shown = shownText(content);
    const width = this.fixed.columnWidths[column];
    if (style.wrap !== true || shown === null || width === undefined) return;
    this.countLines(row, wrappedLines(shown, width));
  }

  /** Cells of one row, from a column on. */
  putRow(row: number, column: number, cells: readonly (readonly [PlannedContent, CellStyle])[]): void {
    cells.forEach(([content, style], index) => this.put(row, column + index, content, style));
  }

  /** One text over several columns of a row, wrapped in their joint width. */
  putAcross(row: number, left: number, right: number, content: PlannedContent, style: CellStyle): void {
    this.add(row, left, content, style);
    if (right > left) this.merges.push({ top: row, bottom: row, left, right });
    for (let column = left + 1; column <= right; column += 1) this.add(row, column, BLANK, style);
    const width = this.fixed.columnWidths.slice(left, right + 1).reduce((sum, one) => sum + one, 0);
    const shown = shownText(content);
    if (style.wrap === true && shown !== null) this.countLines(row, wrappedLines(shown, width));
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  highlight(area: CellArea, condition: string, fill: string, color: string | null): void {
    this.highlights.push({ area, formula: `=${condition}`, fill, color });
  }

  choice(row: number, column: number, choices: readonly string[]): void {
    this.choices.push({ cell: { row, column }, choices });
  }

  chart(chart: PlannedBarChart): void {
    this.charts.push(chart);
  }

  plan(layout: Pick<SheetPlan, 'frozen' | 'page'>): SheetPlan {
    const rowHeights = new Map<number, number>();
    for (const [row, lines] of [...this.lines].sort(([a], [b]) => a - b)) rowHeights.set(row, rowHeight(lines));
    for (const [row, points] of this.heights) rowHeights.set(row, points);
    return {
      ...this.fixed,
      ...layout,
      cells: [...this.cells].sort((a, b) => a.row - b.row || a.column - b.column),
      merges: this.merges,
      rowHeights,
      highlights: this.highlights,
      choices: this.choices,
      charts: this.charts,
      names: [],
    };
  }

  private add(row: number, column: number, content: PlannedContent, style: CellStyle): void {
    this.cells.push({ row, column, content, style });
    this.countLines(row, 1);
  }

  private countLines(row: number, lines: number): void {
    this.lines.set(row, lines > (this.lines.get(row) ?? 1) ? lines : (this.lines.get(row) ?? 1));
  }
}

function shownText(content: PlannedContent): string | null {
  if (content.kind === 'text' || content.kind === 'link') return content.text;
  return content.kind === 'formula' && typeof content.result === 'string' ? content.result : null;
}
