import { type Language } from '../../messages/language';
import { renderMessage, renderSentences } from '../../messages/renderMessage';
import type { Cause, Finding, Verdict } from '../checks/finding';
import type { ResolvedTerms, Term, TermSource } from '../checks/terms';
import { interestLabel } from '../checks/interest/interestLabel';
import type { ReckonedTable } from '../checks/interest/resolveInterest';
import { prorationLabel } from '../checks/prorationLabel';
import type { ComputedTable, DocumentTotals, ProrationInference, Verification } from '../checks/verification';
import type { ProrationRule } from '../rules/proration';
import { areaName, type CellAddress, cellName, columnName, qualifiedCell, qualifiedRange } from '../sheets/address';
import type { Table, TimelineEvent } from '../tables/document';
import { type CalendarDate, isoDate } from '../values/calendar';
import { Decimal, decimalText, sumOf } from '../values/decimal';

import { adjustedEntry } from './adjusted/adjustedJson';
import { type Remark, remarksOf } from './remarks';

export const REPORT_SCHEMA = 'kenzan-report/1';

/** The report of one file as `kenzan verify --json` prints it: plain data, ready for JSON.stringify. */
export type JsonReport = ReturnType<typeof jsonReport>;

/** A fault that kept a file from being read. */
export interface JsonError {
  readonly code: string;
  readonly message: string;
}

const NO_TERMS = { incidentDate: null, dayCount: null, taxRate: null, taxRounding: null, proration: null };
const NO_TOTALS = { net: null, tax: null, gross: null, claims: null, grand: null };

/**
 * The JSON report of a verification. Numbers are decimal strings in shortest form, references A1 with the sheet's
 * name, dates `YYYY-MM-DD`.
 *
 * @param verification null for a file that could not be read: the arrays are empty and the totals null then.
 * @param file the file's name as the caller gave it.
 */
export function jsonReport(
  verification: Verification | null,
  file: string,
  language: Language,
  error: JsonError | null = null,
) {
  const findings = verification?.findings ?? [];
  return {
    schema: REPORT_SCHEMA,
    file,
    error,
    tables: (verification?.document.tables ?? []).map(tableEntry),
    terms: verification ? termEntries(verification.terms) : NO_TERMS,
    checks: findings.map((finding) => checkEntry(finding, language)),
    computed: (verification?.computed ?? []).map((table) => computedEntry(table, language)),
    prorations: (verification?.prorations ?? []).map((each) => prorationEntry(each, language)),
    remarks: (verification ? remarksOf(verification) : []).map((remark) => remarkEntry(remark, language)),
    interest: (verification?.interest ?? []).map((table) => interestEntry(table, language)),
    adjusted: verification ? adjustedEntry(verification, language) : null,
    totals: verification ? totalEntries(verification.totals) : NO_TOTALS,
    timeline: (verification?.document.timeline ?? []).map(timelineEntry),
    summary: summaryOf(findings),
  };
}

function tableEntry(table: Table) {
  return {
    id: table.id,
    kind: table.kind,
    sheet: table.sheet,
    range: areaName(table.range),
    columns: table.columns.map(({ role, column }) => ({ role, column: columnName(column) })),
  };
}

function termEntries(terms: ResolvedTerms) {
  return {
    incidentDate: termEntry(terms.incidentDate, isoDate),
    dayCount: termEntry(terms.dayCount, String),
    taxRate: termEntry(terms.taxRate, decimalText),
    taxRounding: termEntry(terms.taxRounding, String),
    proration: termEntry(terms.proration, String),
  };
}

function termEntry<T>(term: Term<T> | null, print: (value: T) => string) {
  return term === null ? null : { value: print(term.value), source: sourceText(term.source) };
}

function sourceText(source: TermSource): string {
  switch (source.kind) {
    case 'user':
      return 'option';
    case 'cell':
      return qualifiedCell(source.cell);
    case 'inferred':
      return `inferred ${source.supporting}/${source.of}`;
    case 'date':
      return `date ${isoDate(source.date)}`;
    case 'default':
      return 'default';
  }
}

function checkEntry(finding: Finding, language: Language) {
  return {
    id: finding.id,
    kind: finding.kind,
    sheet: finding.cell.sheet,
    cell: cellName(finding.cell),
    stated: number(finding.stated),
    computed: number(finding.computed),
    difference: number(finding.difference),
    verdict: finding.verdict,
    operands: finding.operands.map((range) => qualifiedRange(range)),
    rule: finding.rule && { id: finding.rule.id, label: renderMessage(finding.rule.label, language) },
    explanations: finding.explanations.map(({ id, value, fits, label }) => {
      return { id, value: decimalText(value), fits, label: renderMessage(label, language) };
    }),
    causes: finding.causes.map((cause) => causeEntry(cause, language)),
    message: renderMessage(finding.message, language),
    ...(finding.readings ? { readings: finding.readings.map(isoDate) } : {}),
  };
}

/** The report's kinds are agreed with those who read it: a figure that is wrong in more than one digit goes under wrong digits. */
function causeEntry(cause: Cause, language: Language) {
  return {
    kind: cause.kind === 'other-value' ? 'wrong-digit' : cause.kind,
    cell: qualifiedCell(cause.cell),
    stated: figure(cause.stated),
    suggested: figure(cause.suggested),
    cost: Number(cause.cost.toFixed(1)),
    label: renderMessage(cause.label, language),
    ...(cause.together ? { together: cause.together.map((cell) => qualifiedCell(cell)) } : {}),
  };
}

/** The rule behind a table's amounts with what speaks for it, in bits. */
function prorationEntry(inference: ProrationInference, language: Language) {
  const { table, rule, strength, supportingRows, rowsConsidered, bits, marginBits, runnerUp, equivalent, alike } =
    inference;
  const named = (each: ProrationRule) => ({ id: each.id, label: renderMessage(prorationLabel(each), language) });
  return {
    table,
    rule: named(rule),
    strength,
    supporting: supportingRows,
    of: rowsConsidered,
    bits: Number(bits.toFixed(1)),
    margin: Number(marginBits.toFixed(1)),
    runnerUp: runnerUp && { ...named(runnerUp.rule), behind: Number(runnerUp.bitsBehind.toFixed(1)) },
    equivalent: equivalent.map(named),
    alike: alike.map(named),
  };
}

function remarkEntry({ table, cells, sentences }: Remark, language: Language) {
  return { table, cells: cells.map((range) => qualifiedRange(range)), message: renderSentences(sentences, language) };
}

/** What empty cells are to hold: never a check, since nothing is printed that could be wrong. */
function computedEntry({ table, rule, dayCount, rows, totals, net }: ComputedTable, language: Language) {
  const cellOf = (cell: CellAddress | null) => cell && qualifiedCell(cell);
  return {
    table,
    rule: rule && {
      id: rule.value.id,
      label: renderMessage(prorationLabel(rule.value), language),
      source: sourceText(rule.source),
    },
    dayCount,
    rows: rows.map(({ row, daysCell, amountCell, days, counted, amount, reason }) => ({
      row,
      days: { cell: cellOf(daysCell), value: days === null ? null : String(days), computed: counted },
      amount: { cell: cellOf(amountCell), value: number(amount) },
      reason: reason && renderMessage(reason, language),
    })),
    totals: totals.map(({ kind, cell, value }) => ({ kind, cell: qualifiedCell(cell), value: number(value) })),
    net: number(net),
  };
}

/** What every row of a table of interest comes to, printed or not; its checks are among the others. */
function interestEntry({ table, rule, dayCount, rateOrigin, rows }: ReckonedTable, language: Language) {
  return {
    table: table.id,
    rule: {
      id: rule.value.id,
      label: renderMessage(interestLabel(rule.value), language),
      source: sourceText(rule.source),
    },
    dayCount: termEntry(dayCount, String),
    rateSource: rateOrigin,
    rows: rows.map(({ index, interest, days, rate, computed, reason }) => ({
      row: index,
      cell: interest.interest ? qualifiedCell(interest.interest.cell) : null,
      empty: interest.blanks.interest && qualifiedCell(interest.blanks.interest),
      days: days === null ? null : String(days.days),
      rate: number(rate),
      value: number(computed),
      reason: reason && renderMessage(reason, language),
    })),
    principal: number(sumOf(rows.flatMap(({ interest }) => interest.principal?.value ?? []))),
    interest: number(sumOf(rows.flatMap(({ computed }) => computed ?? []))),
  };
}

function totalEntries(totals: DocumentTotals) {
  return {
    net: number(totals.net),
    tax: number(totals.tax),
    gross: number(totals.gross),
    claims: number(totals.claims),
    grand: number(totals.grand),
  };
}

function timelineEntry({ cell, reading, text }: TimelineEvent) {
  return {
    start: isoDate(reading.start),
    startPrecision: reading.startPrecision,
    end: reading.end && isoDate(reading.end),
    endPrecision: reading.endPrecision,
    printed: reading.printed,
    text,
    cell: qualifiedCell(cell),
    inferredYear: reading.inferredYear,
  };
}

function summaryOf(findings: readonly Finding[]): Record<Verdict, number> {
  const summary = { agrees: 0, 'within-rounding': 0, explained: 0, possible: 0, disagrees: 0, 'not-checked': 0 };
  for (const { verdict } of findings) summary[verdict] += 1;
  return summary;
}

function number(value: Decimal | null): string | null {
  return value === null ? null : decimalText(value);
}

function figure(value: Decimal | CalendarDate | null): string | null {
  return value === null || Decimal.isDecimal(value) ? number(value) : isoDate(value);
}
