import type { Random } from '../random';
import { figure, type Page, type PageCell, text, type Truth } from './book';
import { oneOf } from './draws';
import type { InvoicePlan } from './invoicePlan';
import { INVOICE_WORDS } from './invoiceWords';

/** What is printed beside the figures themselves. */
export interface InvoiceLedger {
  readonly figures: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<number>;
  readonly asText: ReadonlySet<number>;
}

type Row = (PageCell | null)[];

/** An invoice as a page, with the relations that are true of what it prints. */
export function invoicePage(plan: InvoicePlan, ledger: InvoiceLedger, random: Random): { page: Page; truths: Truth[] } {
  return new InvoicePage(plan, ledger, random).drawn();
}

class InvoicePage {
  private readonly words;
  private readonly rows: Row[] = [];
  private readonly hidden = new Set<number>();
  private readonly truths: Truth[] = [];
  private readonly columns: readonly string[];

  constructor(
    private readonly plan: InvoicePlan,
    private readonly ledger: InvoiceLedger,
    private readonly random: Random,
  ) {
    this.words = INVOICE_WORDS[plan.style.language];
    this.columns = [
      ...(plan.numbered ? ['number'] : []),
      'name',
      ...(plan.priced ? ['quantity', ...(plan.unitColumn ? ['unit'] : []), 'price'] : []),
      ...(plan.rateShown === 'column' ? ['rate'] : []),
      'amount',
    ];
  }

  drawn(): { page: Page; truths: Truth[] } {
    const { plan, words } = this;
    this.rows.push([this.say(words.title)], []);
    if (plan.header) {
      const label = this.rows.push([
        this.say(words.header),
        ...Array.from({ length: this.columns.length > 2 ? 1 : 0 }, () => null),
        this.money('header'),
      ]);
      this.true('header', 'sum');
      if (label > 0) this.rows.push([]);
    }
    if (plan.statement) this.statement();
    this.rows.push(this.headings());
    this.lines();
    this.totals();
    if (plan.rateShown === 'marks' && words.legend !== '') this.rows.push([], [text(words.legend)]);
    return { page: { rows: this.rows, hidden: this.hidden }, truths: this.truths };
  }

  private say(choices: readonly string[]): PageCell {
    return text(oneOf(this.random, choices));
  }

  private value(key: string): number {
    return this.ledger.figures.get(key) ?? 0;
  }

  private money(key: string, asText = false): PageCell {
    return figure(key, this.value(key), 'money', asText, this.plan.places);
  }

  private true(cell: string, kind: Truth['kind']): void {
    this.truths.push({ cell, kind });
  }

  private headings(): Row {
    const { words, plan } = this;
    const price = plan.per > 1 ? [words.perThousand[0] ?? ''] : plan.inclusive ? words.inclusivePrice : words.price;
    const texts: Record<string, readonly string[]> = {
      number: words.number,
      name: words.name,
      quantity: words.quantity,
      unit: words.unit,
      price,
      rate: words.rate,
      amount: plan.inclusive ? words.inclusiveAmount : words.amount,
    };
    return this.columns.map((column) => this.say(texts[column] ?? []));
  }

  private lines(): void {
    const { plan, words, ledger } = this;
    plan.lines.forEach((line, index) => {
      const pool =
        line.percent === 0 && plan.rates.length > 1
          ? words.exemptItems
          : line.percent !== plan.rates[0]
            ? words.foods
            : words.items;
      const mark = plan.rateShown === 'marks' && line.percent !== plan.rates[0] ? '※' : '';
      const cells: Record<string, PageCell> = {
        number: figure(`number${index}`, index + 1, 'none'),
        name: text(`${oneOf(this.random, pool)}${index >= 8 ? ` ${index + 1}` : ''}${mark}`),
        quantity: figure(`quantity${index}`, this.value(`quantity${index}`), 'none', false, line.quantityPlaces),
        unit: this.say(words.units),
        price: this.money(`price${index}`),
        rate: this.rate(line.percent),
        amount: this.money(`amount${index}`, ledger.asText.has(index)),
      };
      if (ledger.hidden.has(index)) this.hidden.add(this.rows.length);
      this.rows.push(this.columns.map((column) => cells[column] ?? null));
      if (plan.priced) this.true(`amount${index}`, 'quantity');
      if (plan.groups > 1 && plan.lines[index + 1]?.group !== line.group) {
        this.total(this.say(words.group), `group${line.group}`, 'sum');
      }
    });
  }

  private rate(percent: number): PageCell {
    return percent === 0 ? this.say(this.words.exempt) : { key: null, printed: { kind: 'share', percent } };
  }

  /** A line below the details: its label at the names or right before the amounts. */
  private total(label: PageCell, key: string, kind: Truth['kind'] | null): void {
    const row: Row = this.columns.map(() => null);
    const at =
      this.plan.labelsBesideAmounts && this.columns.length > 2 ? this.columns.length - 2 : this.columns.indexOf('name');
    row[at] = label;
    row[this.columns.length - 1] = this.money(key);
    this.rows.push(row);
    if (kind) this.true(key, kind);
  }

  private totals(): void {
    const { plan, words } = this;
    const adjusted = plan.allowance !== null || plan.charge !== null;
    const untaxed = plan.taxShown === 'none';
    const plain = plan.groups > 1 ? words.net : plan.inclusive ? words.inclusiveGross : words.subtotal;
    if (untaxed && !adjusted) {
      this.total(this.say(words.gross.slice(0, 1)), 'net', 'sum');
      return this.settlement();
    }
    this.total(this.say(plain), 'subtotal', 'sum');
    if (plan.allowance) this.total(this.withRate(words.allowance, plan.allowance), 'allowance', null);
    if (plan.charge) this.total(this.withRate(words.charge, plan.charge), 'charge', null);
    if (untaxed) {
      this.total(this.say(words.gross.slice(0, 1)), 'net', 'sum');
      return this.settlement();
    }
    if (adjusted) this.total(this.say(words.net), 'net', 'sum');
    this.taxes();
    if (!plan.inclusive) {
      if (plan.after !== null) this.total(this.say(words.after), 'after', null);
      this.total(this.say(words.gross), 'gross', 'gross');
    }
    this.settlement();
    if (plan.taxShown === 'breakdown') this.breakdown();
  }

  private withRate(
    choices: readonly string[],
    { percent, ratePrinted }: { percent: number; ratePrinted: boolean },
  ): PageCell {
    return text(`${oneOf(this.random, choices)}${ratePrinted ? `（${percent}%対象）` : ''}`);
  }

  private taxes(): void {
    const { plan, words } = this;
    const [standard = 0] = plan.rates;
    if (plan.taxShown === 'rates') {
      const base = oneOf(this.random, words.base);
      const rated = oneOf(this.random, words.rated);
      for (const percent of plan.rates) {
        const label =
          percent === 0
            ? `${oneOf(this.random, words.exempt.slice(0, 1))}${plan.style.language === 'ja' ? '額' : ''}`
            : base.replace('{rate}', String(percent));
        if (percent === 0 && plan.style.language === 'en') continue;
        this.total(text(label), `base${percent}`, 'sum');
        const own = plan.inclusive ? oneOf(this.random, words.inclusiveTax) : rated.replace('{rate}', String(percent));
        if (percent > 0) this.total(text(own), `tax${percent}`, 'tax');
      }
      return;
    }
    const rate =
      plan.ratePrinted && plan.rates.length === 1
        ? plan.style.language === 'ja'
          ? `（${standard}%）`
          : ` (${standard}%)`
        : '';
    const label = plan.inclusive
      ? oneOf(this.random, words.inclusiveTax)
      : oneOf(this.random, plan.rates.length > 1 ? words.taxTotal : words.tax);
    this.total(text(`${label}${rate}`), 'tax', 'tax');
  }

  private settlement(): void {
    const { plan, words } = this;
    if (plan.withheld) this.total(this.say(words.withheld), 'withheld', 'tax');
    if (plan.paid !== null) this.total(this.say(words.paid), 'paid', null);
    if (plan.withheld || plan.paid !== null) this.total(this.say(words.due), 'due', 'sum');
  }

  /** The table of what is taxed at each rate, below the totals. */
  private breakdown(): void {
    const { plan, words } = this;
    this.rows.push(
      [],
      oneOf<readonly string[]>(this.random, words.breakdown).map((word) => text(word)),
    );
    for (const percent of plan.rates) {
      this.rows.push([this.rate(percent), this.money(`base${percent}`), this.money(`tax${percent}`)]);
      this.true(`base${percent}`, 'sum');
      this.true(`tax${percent}`, 'tax');
    }
  }

  /** The head of a statement of account: labels in a row with their figures below. */
  private statement(): void {
    const labels = oneOf(this.random, [this.words.statement, this.words.statementOther]);
    const keys = ['previous', 'received', 'carried', 'purchases', 'statementTax', 'statementDue'];
    this.rows.push(
      labels.map((word) => text(word)),
      keys.map((key) => this.money(key)),
      [],
    );
    for (const [key, kind] of [
      ['carried', 'sum'],
      ['purchases', 'sum'],
      ['statementTax', 'tax'],
      ['statementDue', 'sum'],
    ] as const)
      this.true(key, kind);
  }
}
