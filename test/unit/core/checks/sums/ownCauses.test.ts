import type { Cause, CauseKind } from '../../../../../src/core/checks/finding';
import { message } from '../../../../../src/core/checks/message';
import { isOwnCause, isOwnSlip } from '../../../../../src/core/checks/ownCauses';
import type { Standing } from '../../../../../src/core/checks/standing';
import type { Figure } from '../../../../../src/core/tables/document';
import { Decimal, ZERO } from '../../../../../src/core/values/decimal';

const at = (row: number) => ({ sheet: 'Sheet1', row, column: 1 });

function figure(row: number, value: number): Figure {
  const one = new Decimal(1);
  return { value: new Decimal(value), unit: one, approximate: false, cell: at(row), textual: false, label: '' };
}

/** 310 + 24 − 12 = 322, printed as 522. */
const standing: Standing = {
  relation: {
    kind: 'sum',
    axis: 'rows',
    certainty: 'possible',
    target: figure(4, 522),
    addends: [figure(1, 310), figure(2, 24)],
    subtracted: [figure(3, 12)],
  },
  computed: new Decimal(322),
  difference: new Decimal(200),
  tolerance: ZERO,
  holds: false,
  inexactAlike: 0,
};

function cause(kind: CauseKind, row: number, stated: number, suggested: number | null, more?: Partial<Cause>): Cause {
  const values = { stated: new Decimal(stated), suggested: suggested === null ? null : new Decimal(suggested) };
  return { kind, cell: at(row), ...values, cost: 5, label: message(`cause.wrong-digit`, {} as never), ...more };
}

test.each<[string, Cause, boolean, boolean]>([
  ['a digit of the total', cause('wrong-digit', 4, 522, 322), true, true],
  ['a digit of an addend', cause('wrong-digit', 1, 310, 510), true, true],
  ['a digit that another sum needs', cause('wrong-digit', 1, 310, 311), false, false],
  ['a digit of no figure of the sum', cause('wrong-digit', 9, 310, 510), false, false],
  ['what is taken off', cause('wrong-digit', 3, 12, -188), true, true],
  ['any other value', cause('other-value', 2, 24, 224), false, false],
  ['right only together with another', cause('wrong-digit', 1, 310, 510, { together: [at(2)] }), false, false],
  ['as much as is left out', cause('omitted-row', 8, 200, null), false, true],
  ['not as much', cause('omitted-row', 8, 190, null), false, false],
])('%s', (_, one, slip, own) => {
  expect([isOwnSlip(standing, one), isOwnCause(standing, one)]).toEqual([slip, own]);
});
