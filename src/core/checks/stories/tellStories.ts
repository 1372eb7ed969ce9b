import type { CellAddress } from '../../sheets/address';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import { type Change, changeKey } from './change';
import type { Network } from './network';
import { Scenario } from './scenario';

/** Changes of cells that nothing else speaks for that are tried on top of others. */
const MOST_ALONE = 16;
/** No habit speaks more than this for a change. */
const MOST_EVIDENCE_BITS = 16;
/** Scenarios that are looked at further, and how many bits they may lie behind the best. */
const MOST_KEPT = 24;
const KEPT_BITS = 26 + UNEXPLAINED_BITS;

/** Changes that together make assertions hold, and what they cost, with what they leave unexplained or spoil. */
export interface Story {
  readonly scenario: Scenario;
  readonly bits: number;
  /** What each assertion at hand costs under it. */
  readonly costs: ReadonlyMap<Assertion, number>;
}

/**
 * The likeliest stories about assertions that fail: for each in turn, every change that would make it hold is tried on the best
 * scenarios so far, and leaving it as it is. Which value a figure would need is computed, never guessed.
 *
 * @param roots Assertions that fail as printed.
 */
export function tellStories(roots: readonly Assertion[], network: Network): Story[] {
  const ordered = [...network.withStrained(roots)].sort((a, b) => a.order - b.order);
  const keys = new ScenarioKeys();
  let stories = [printedStory(ordered)];
  for (const root of ordered) stories = bestOf([...stories, ...changedFor(root, stories, network, keys)]);
  return stories;
}

/** The stories with one more change each that makes an assertion hold: those among them that may be the best. */
function changedFor(root: Assertion, stories: readonly Story[], network: Network, keys: ScenarioKeys): Story[] {
  const next: Story[] = [];
  const seen = new Set(stories.map(({ scenario }) => keys.of(scenario)));
  const worth = new WorthKeeping(stories);
  for (const story of stories) {
    if (root.bits(story.scenario) === 0) continue;
    for (const change of changesFor(root, story.scenario, network)) {
      if (!worth.isNear(leastBits(story, change, network))) continue;
      const changed = story.scenario.with(change);
      if (!changed) continue;
      const key = keys.of(changed);
      if (seen.has(key)) continue;
      seen.add(key);
      // Most are no better than those at hand: only what is kept is written down.
      const touched = touchedCosts(change, changed, network);
      const bits = bitsWith(story, change, touched);
      if (!worth.keeps(bits)) continue;
      next.push({ scenario: changed, bits, costs: new Map([...story.costs, ...touched]) });
      worth.add(bits);
    }
  }
  return next;
}

/** Stories that change something for one assertion, whatever else fails. */
export function tellStoriesOf(root: Assertion, network: Network): Story[] {
  const printed = printedStory([...network.failingNear(root)]);
  return changesFor(root, Scenario.asPrinted, network).flatMap((change) => {
    const changed = Scenario.asPrinted.with(change);
    if (!changed) return [];
    const touched = touchedCosts(change, changed, network);
    const costs = new Map([...printed.costs, ...touched]);
    return [{ scenario: changed, bits: bitsWith(printed, change, touched), costs }];
  });
}

function changesFor(root: Assertion, scenario: Scenario, network: Network): readonly Change[] {
  const concerned = (cell: CellAddress) => network.at(cell).some((other) => other !== root && other.fails);
  const changes = root.changes(scenario, concerned);
  if (scenario.changes.length === 0 || changes.length <= MOST_ALONE) return changes;
  // On top of other changes, cells that nothing else speaks for are as good as one another: a few stand for all.
  let alone = 0;
  return changes.filter((change) => {
    if (change.effect.kind !== 'value' || concerned(change.cause.cell)) return true;
    alone += 1;
    return alone <= MOST_ALONE;
  });
}

/** What is printed, with what the assertions at hand cost. */
function printedStory(assertions: readonly Assertion[]): Story {
  const costs = new Map(assertions.map((assertion) => [assertion, assertion.bits(Scenario.asPrinted)]));
  return { scenario: Scenario.asPrinted, bits: [...costs.values()].reduce((sum, bits) => sum + bits, 0), costs };
}

/** What a story with one more change costs at the least: all that fails where it changes something may hold then. */
function leastBits(before: Story, { cause, effect, bits }: Change, network: Network): number {
  // What counts tell of may reach far; evidence of habits may speak for a change.
  if (effect.kind === 'counts') return 0;
  let least = before.bits + bits - MOST_EVIDENCE_BITS;
  for (const assertion of network.at(cause.cell)) {
    least -= before.costs.get(assertion) ?? (assertion.fails ? UNEXPLAINED_BITS : 0);
  }
  return least;
}

/** What the assertions of the changed cells cost under a scenario with one more change: only they cost something else. */
function touchedCosts({ cause, effect }: Change, changed: Scenario, network: Network): Map<Assertion, number> {
  const costs = new Map<Assertion, number>();
  for (const cell of effect.kind === 'counts' ? effect.cells : [cause.cell]) {
    for (const assertion of network.at(cell)) {
      if (!costs.has(assertion)) costs.set(assertion, assertion.bits(changed));
    }
  }
  return costs;
}

function bitsWith(before: Story, change: Change, touched: ReadonlyMap<Assertion, number>): number {
  let bits = before.bits + change.bits;
  for (const [assertion, cost] of touched) {
    bits += cost - (before.costs.get(assertion) ?? assertion.bits(before.scenario));
  }
  return bits;
}

/** Short keys of scenarios, the same for the same changes in any order. */
class ScenarioKeys {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Change, number>();

  of({ changes }: Scenario): string {
    return changes
      .map((change) => this.numberOf(change))
      .sort((a, b) => a - b)
      .join();
  }

  private numberOf(change: Change): number {
    const known = this.known.get(change);
    if (known !== undefined) return known;
    const key = changeKey(change);
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    this.known.set(change, number);
    return number;
  }
}

/** The bits of the best stories so far: what costs more than all of them is never looked at again. */
class WorthKeeping {
  private readonly best: number[];

  constructor(stories: readonly Story[]) {
    this.best = stories.map(({ bits }) => bits).sort((a, b) => a - b);
  }

  isNear(bits: number): boolean {
    return bits <= (this.best[0] ?? 0) + KEPT_BITS;
  }

  keeps(bits: number): boolean {
    return this.isNear(bits) && (this.best.length < MOST_KEPT || bits <= (this.best[MOST_KEPT - 1] ?? Infinity));
  }

  add(bits: number): void {
    const at = this.best.findIndex((other) => other > bits);
    this.best.splice(at < 0 ? this.best.length : at, 0, bits);
    this.best.length = Math.min(this.best.length, MOST_KEPT);
  }
}

function bestOf(stories: readonly Story[]): Story[] {
  const sorted = [...stories].sort((a, b) => a.bits - b.bits);
  const least = sorted[0]?.bits ?? 0;
  return sorted.filter(({ bits }, index) => index < MOST_KEPT && bits <= least + KEPT_BITS);
}
