import type { CellAddress } from '../../sheets/address';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
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
  let stories = [printedStory(ordered)];
  for (const root of ordered) {
    const next = new Map<string, Story>(stories.map((story) => [story.scenario.key, story]));
    let least = stories[0]?.bits ?? 0;
    for (const story of stories) {
      if (root.bits(story.scenario) === 0) continue;
      for (const change of changesFor(root, story.scenario, network)) {
        if (leastBits(story, change, network) > least + KEPT_BITS) continue;
        const changed = story.scenario.with(change);
        if (!changed || next.has(changed.key)) continue;
        const told = storyWith(story, change, changed, network);
        next.set(changed.key, told);
        if (told.bits < least) least = told.bits;
      }
    }
    stories = bestOf([...next.values()]);
  }
  return stories;
}

/** Stories that change something for one assertion, whatever else fails. */
export function tellStoriesOf(root: Assertion, network: Network): Story[] {
  const printed = printedStory([...network.failingNear(root)]);
  return changesFor(root, Scenario.asPrinted, network).flatMap((change) => {
    const changed = Scenario.asPrinted.with(change);
    return changed ? [storyWith(printed, change, changed, network)] : [];
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

/** A story with one more change: only the assertions of the changed cells cost something else. */
function storyWith(before: Story, change: Change, scenario: Scenario, network: Network): Story {
  const { cause, effect } = change;
  const touched = new Set<Assertion>();
  for (const cell of effect.kind === 'counts' ? effect.cells : [cause.cell]) {
    for (const assertion of network.at(cell)) touched.add(assertion);
  }
  let bits = before.bits + change.bits;
  const costs = new Map(before.costs);
  for (const assertion of touched) {
    const cost = assertion.bits(scenario);
    bits += cost - (before.costs.get(assertion) ?? assertion.bits(before.scenario));
    costs.set(assertion, cost);
  }
  return { scenario, bits, costs };
}

function bestOf(stories: readonly Story[]): Story[] {
  const sorted = [...stories].sort((a, b) => a.bits - b.bits);
  const least = sorted[0]?.bits ?? 0;
  return sorted.filter(({ bits }, index) => index < MOST_KEPT && bits <= least + KEPT_BITS);
}
