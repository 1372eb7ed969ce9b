import { areaName, joinCells } from '../../../src/core/sheets/address';
import { isoDate } from '../../../src/core/values/calendar';
import type { Document, Figure, Relation, Table } from '../../../src/core/tables/document';
import { named } from './grid';

const areas = (figures: readonly Figure[]) =>
  joinCells(figures.map(({ cell }) => cell))
    .map((area) => areaName(area))
    .join('+');

/** `sum D28=D4:D17+D20:D27`, with `?` where it is only possible and `→` where it goes across the columns. */
export function relationText(relation: Relation): string {
  const target = named(relation.target.cell);
  if (relation.kind === 'gross') return `gross ${target}=${named(relation.net.cell)}+${named(relation.tax.cell)}`;
  if (relation.kind === 'tax') {
    const net = relation.net ? ` net ${named(relation.net.cell)}` : '';
    const less = relation.subtracted ? `-${areas(relation.subtracted)}` : '';
    const rule = relation.inclusive ? 'tax in' : 'tax';
    return `${rule} ${target} of ${areas(relation.lines)}${less}${net}${relation.statedRate ? ` at ${relation.statedRate.toFixed()}` : ''}`;
  }
  if (relation.kind === 'withholding')
    return `withheld ${target} of ${named(relation.net.cell)}${relation.gross ? ` or ${named(relation.gross.cell)}` : ''}`;
  const sure = relation.certainty === 'possible' ? '?' : '';
  const less = relation.subtracted ? `-${areas(relation.subtracted)}` : '';
  return `sum${relation.axis === 'columns' ? '→' : ''}${sure} ${target}=${areas(relation.addends)}${less}`;
}

export function relationsOf(document: Document): string[] {
  return document.tables.flatMap(({ relations }) => relations.map(relationText));
}

/** `reduction A3:D30 name@A restored@B days@C amount@D`. */
export function tableText(table: Table): string {
  const columns = table.columns.map(({ role, column }) => `${role}@${named({ row: 0, column }).replace(/\d+$/, '')}`);
  return [table.kind, areaName(table.range), ...columns].join(' ');
}

/** `A4 2019-12-04(day) y: text`. */
export function eventTexts(document: Document): string[] {
  return document.timeline.map(({ cell, reading, text }) => {
    const end = reading.end ? isoDate(reading.end) : 'open';
    const span = end === isoDate(reading.start) ? end : `${isoDate(reading.start)}…${end}`;
    return `${named(cell)} ${span}(${reading.startPrecision}${reading.endPrecision === reading.startPrecision ? '' : `,${reading.endPrecision}`})${reading.inferredYear ? ' y' : ''}: ${text.replace(/\n/g, ' / ')}`;
  });
}
