import { datesIn, NO_CONTEXT } from '../reading/readDate';
import { type CalendarDate, compareDates, isoDate } from '../values/calendar';
import type { IncidentCandidate, TimelineEvent } from './document';
import { readDateCell } from './readCell';
import { type GridCell, type SheetGrid } from './sheetGrid';
import { beginsIncident, incidentWeight, labelsIncident, mayTellIncident } from './words/subjectWords';

interface Weighed extends IncidentCandidate {
  readonly weight: number;
}

const LONGEST_TEXT = 400;
const LABELLED = 6;

/** Dates in texts and labelled cells that may be the incident's, the most likely first, each day once. */
export function incidentsInText(grids: readonly SheetGrid[]): IncidentCandidate[] {
  const found: Weighed[] = [];
  for (const grid of grids) {
    for (let row = grid.top; row <= grid.bottom; row += 1) {
      for (const cell of grid.rowCells(row)) {
        if (cell.kind !== 'text' || cell.text.length > LONGEST_TEXT) continue;
        found.push(...inside(grid, cell), ...labelled(grid, cell));
      }
    }
  }
  found.sort((a, b) => b.weight - a.weight);
  return distinct(found.map(({ date, cell, textual }) => ({ date, cell, textual })));
}

/** Adds the earliest event that tells of an incident's beginning, else the earliest of all, as the last candidate. */
export function withFirstEvent(
  candidates: readonly IncidentCandidate[],
  events: readonly TimelineEvent[],
): IncidentCandidate[] {
  const byDate = [...events].sort((a, b) => compareDates(a.reading.start, b.reading.start));
  const first = byDate.find(({ text }) => beginsIncident(text)) ?? byDate[0];
  if (!first || first.reading.startPrecision !== 'day') return [...candidates];
  return distinct([...candidates, { date: first.reading.start, cell: first.cell, textual: first.textual }]);
}

function inside(grid: SheetGrid, cell: GridCell & { kind: 'text' }): Weighed[] {
  const { text } = cell;
  if (!mayTellIncident(text) || !/[\d０-９]/.test(text) || !/[年月/.／．-]|[a-z]{3}/i.test(text)) return [];
  return datesIn(text, NO_CONTEXT).flatMap(({ index, length, reading }) => {
    if (typeof reading === 'string' || !['day', 'from'].includes(reading.startPrecision)) return [];
    // 以降 or から belong to the match; what follows it tells what the date is for.
    const open = reading.startPrecision === 'from' && /から$|より$/.test(reading.printed) ? 'から' : '';
    const weight = incidentWeight(text.slice(0, index), open + text.slice(index + length));
    return weight === 0 ? [] : [{ date: reading.start, cell: grid.address(cell), textual: true, weight }];
  });
}

function labelled(grid: SheetGrid, cell: GridCell & { kind: 'text' }): Weighed[] {
  if (!labelsIncident(cell.text)) return [];
  const right = grid.rowCells(cell.row).find((one) => one.column > cell.column) ?? null;
  const below = grid.at(cell.row + 2, cell.column) ? null : grid.at(cell.row + 1, cell.column);
  for (const neighbour of [right, below]) {
    if (!neighbour || neighbour.kind === 'number') continue;
    const read = readDateCell(grid, neighbour, NO_CONTEXT);
    if (read === null || typeof read === 'string') continue;
    return [{ date: read.reading.start, cell: read.cell, textual: read.textual, weight: LABELLED }];
  }
  return [];
}

function distinct(candidates: readonly IncidentCandidate[]): IncidentCandidate[] {
  const days = new Set<string>();
  return candidates.filter(({ date }: { date: CalendarDate }) => {
    const day = isoDate(date);
    if (days.has(day)) return false;
    days.add(day);
    return true;
  });
}
