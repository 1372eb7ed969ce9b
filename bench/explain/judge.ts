import { performance } from 'node:perf_hooks';
import { checkDocument } from '../../src/core/checks/checkDocument';
import type { Cause, Finding } from '../../src/core/checks/finding';
import type { Verification } from '../../src/core/checks/verification';
import { cellName } from '../../src/core/sheets/address';
import { NO_TERMS } from '../../src/core/checks/terms';
import { findDocument } from '../../src/core/tables/findDocument';
import type { Book, Fault, Truth } from './book';
import { drawBook } from './draw';

/** Causes no further behind the first are a tie (the report's contract). */
const TIE_BITS = 3;

/** What was said of one book. */
export interface Judged {
  readonly book: Book;
  readonly name: string;
  readonly verification: Verification;
  readonly milliseconds: { readonly find: number; readonly explain: number };
  readonly alarms: readonly Finding[];
  readonly faults: readonly JudgedFault[];
  readonly rule: JudgedRule | null;
  /** Of the book's true relations, those that a finding asserts. */
  readonly found: { readonly relations: number; readonly missed: readonly Truth[] };
}

/** How well a fault was found and explained. */
export interface JudgedFault {
  readonly fault: Fault;
  readonly detected: boolean;
  /** In every disagreeing figure the fault is the first cause or in the tie for it. */
  readonly amongFirst: boolean;
  /** The same, and never in a tie with what is not true. */
  readonly alone: boolean;
}

export interface JudgedRule {
  /** The true rule, or one that gives every row from the same fees, is the one that is named, or among those that are not told apart from it. */
  readonly right: boolean;
  /** It is, without the latter. */
  readonly alone: boolean;
  readonly claimed: boolean;
  /** Several rules are named together because the figures do not tell them apart. */
  readonly inSet: boolean;
}

/** Verifies a book as a user's workbook would be, and compares what is said with what is true. */
export function judge(book: Book, name: string): Judged {
  const { snapshot, cells } = drawBook(book, name);
  const began = performance.now();
  const document = findDocument(snapshot);
  const found = performance.now();
  const verification = checkDocument(document, NO_TERMS);
  const ended = performance.now();
  const alarms = verification.findings.filter((finding) => finding.verdict === 'disagrees');
  return {
    book,
    name,
    verification,
    milliseconds: { find: found - began, explain: ended - found },
    alarms,
    faults: book.faults.map((fault) => judgeFault(fault, book.faults, cells, verification, alarms)),
    rule: book.rule === null ? null : judgeRule(book.rule, verification),
    found: { relations: book.truths.length, missed: missedTruths(book, cells, verification) },
  };
}

/** A gross total of several parts is a sum as well. */
const KINDS: Readonly<Record<Truth['kind'], readonly string[]>> = {
  sum: ['sum', 'gross'],
  gross: ['sum', 'gross'],
  tax: ['tax'],
  quantity: ['quantity'],
};

function missedTruths(book: Book, cells: ReadonlyMap<string, string>, { findings }: Verification): Truth[] {
  const said = new Set(
    findings.flatMap(({ kind, verdict, cell }) =>
      verdict === 'not-checked' || verdict === 'possible' ? [] : [`${kind} ${cellName(cell)}`],
    ),
  );
  return book.truths.filter(
    ({ cell, kind }) => !KINDS[kind].some((each) => said.has(`${each} ${cells.get(cell) ?? ''}`)),
  );
}

function judgeFault(
  fault: Fault,
  all: readonly Fault[],
  cells: ReadonlyMap<string, string>,
  { findings }: Verification,
  alarms: readonly Finding[],
): JudgedFault {
  const cell = cells.get(fault.cell);
  const names = (cause: Cause) => all.some((each) => isNamed(each, cells.get(each.cell), cause));
  const first = alarms.map(({ causes }) => tied(causes));
  if (fault.kind === 'other-day-count') {
    const said = findings.find((finding) => finding.kind === 'day-count' && cellName(finding.cell) === cell);
    const detected = said?.verdict === 'explained';
    const right = detected && first.every((causes) => causes.some(names));
    return { fault, detected, amongFirst: right, alone: right && first.every((causes) => causes.every(names)) };
  }
  // With two faults, each disagreeing figure has to name one of them, and each fault has to be named somewhere.
  const mine = first.some((causes) => causes.some((cause) => isNamed(fault, cell, cause)));
  const amongFirst = mine && first.every((causes) => causes.some(names));
  return {
    fault,
    detected: alarms.length > 0,
    amongFirst,
    alone: amongFirst && first.every((causes) => causes.every(names)),
  };
}

function isNamed(fault: Fault, cell: string | undefined, cause: Cause): boolean {
  const kind = cause.kind === 'other-value' ? 'wrong-digit' : cause.kind;
  return kind === fault.kind && cellName(cause.cell) === cell;
}

function tied(causes: readonly Cause[]): Cause[] {
  const [first] = causes;
  return first ? causes.filter((cause) => cause.cost <= first.cost + TIE_BITS) : [];
}

function judgeRule(rule: string, { prorations }: Verification): JudgedRule {
  const [inferred] = prorations;
  if (!inferred) return { right: false, alone: false, claimed: false, inSet: false };
  const names = (rules: readonly { id: string }[]) => rules.some(({ id }) => id === rule);
  const alone = names([inferred.rule, ...inferred.equivalent]);
  return {
    right: alone || names(inferred.alike),
    alone,
    claimed: inferred.strength === 'fits',
    inSet: inferred.alike.length > 0,
  };
}
