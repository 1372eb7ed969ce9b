import { placeKey } from '../../sheets/address';
import type { Figure, Relation, SumRelation, Table } from '../document';
import { isProduct } from '../productFit';
import { Decimal } from '../../values/decimal';

type FoundTable = Omit<Table, 'id'>;

const ONE = new Decimal(1);
const FACTORS: ReadonlySet<string> = new Set([
  'quantity',
  'unit-price',
  'base-quantity',
  'discount',
  'surcharge',
  'factor',
]);

/**
 * Which sums that the figures of a table speak for are none, whatever their evidence: those across its columns that add rates of
 * tax, or the factors of what is a product (1 × 250 = 250 is no sum), and those that are a sum of the table the other way round:
 * where net = lines − allowance is known, subtotal = net + allowance says nothing more; and those down a column of amounts with
 * tax to a total whose tax was rounded once.
 */
export function noSumsOf(
  table: FoundTable | null,
  relations: readonly Relation[] = table?.relations ?? [],
): (relation: SumRelation) => boolean {
  const signed = relations.filter(isSigned);
  const isTurned = (relation: SumRelation) => signed.some((known) => isTurnedRound(relation, known));
  if (!table) return isTurned;
  const multiplied = isMultiplied(table);
  const barred = new Set(
    table.columns.flatMap(({ role, column }) =>
      role === 'tax-rate' || (multiplied && FACTORS.has(role)) ? [column] : [],
    ),
  );
  const taxedOnce = targetsTaxedOnce(relations);
  return (relation) => {
    const { target, addends, axis } = relation;
    if (axis === 'rows' && taxedOnce.has(keyOf(target))) return true;
    if (axis === 'columns' && [target, ...addends].some(({ cell }) => barred.has(cell.column))) return true;
    return isTurned(relation);
  };
}

/** Totals right of their net and a tax on that, where nothing says that the rows' taxes add up to it. */
function targetsTaxedOnce(relations: readonly Relation[]): ReadonlySet<number> {
  const taxes = new Set(relations.flatMap((one) => (one.kind === 'tax' && one.net ? [keyOf(one.target)] : [])));
  return new Set(
    relations.flatMap((one) =>
      one.kind === 'sum' && one.axis === 'columns' && one.addends.some((addend) => taxes.has(keyOf(addend)))
        ? [keyOf(one.target)]
        : [],
    ),
  );
}

const isSigned = (relation: Relation): relation is SumRelation =>
  relation.kind === 'sum' && relation.subtracted !== undefined;

const keyOf = ({ cell }: Figure): number => placeKey(cell.row, cell.column);

/** Whether quantity × price × further factors give the amount in most of a table's rows. */
function isMultiplied({ rows }: FoundTable): boolean {
  const priced = rows.flatMap(({ quantity, unitPrice, amount, pricing }) => {
    const factors = pricing?.factors ?? [];
    if (!(quantity || factors.length > 0) || !unitPrice || !amount) return [];
    const counted = factors.reduce(
      (all, { figure, measure }) => all.times(measure === 'percent' ? figure.value.div(100) : figure.value),
      quantity?.value ?? ONE,
    );
    const per = pricing?.per ?? ONE;
    const base = per instanceof Decimal ? per : per.value;
    return [!base.isZero() && isProduct(counted.div(base), unitPrice.value, amount.value)];
  });
  return priced.filter((fits) => fits).length * 2 > priced.length;
}

function isTurnedRound({ addends }: SumRelation, { target, subtracted = [] }: SumRelation): boolean {
  const terms = new Set(countingCells([target, ...subtracted]));
  const counting = countingCells(addends);
  return counting.length === terms.size && counting.every((cell) => terms.has(cell));
}

/** What is printed as zero (調整額 0) tells nothing of a sum. */
const countingCells = (figures: readonly Figure[]): number[] =>
  figures.filter(({ value }) => !value.isZero()).map(keyOf);
