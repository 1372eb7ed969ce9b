import type { CellAddress } from '../../sheets/address';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import type { Network } from './network';
import { Scenario } from './scenario';

/** Scenarios that are looked at further, and how many bits they may lie behind the best. */
const MOST_KEPT = 24;
const KEPT_WITHIN_BITS = 26;

/** Changes that together make assertions hold, and what they cost, with what they leave unexplained or spoil. */
export interface Story {
  readonly scenario: Scenario;
  readonly bits: number;
}

/**
 * The likeliest stories about assertions that fail: for each in turn, every change that would make it hold is tried on the best
 * scenarios so far, and leaving it as it is. Which value a figure would need is computed, never guessed.
 *
 * @param roots Assertions that fail as printed.
 */
export function tellStories(roots: readonly Assertion[], network: Network): Story[] {
  const ordered = [...network.withStrained(roots)].sort((a, b) => a.order - b.order);
  const weigh = weigherOf(ordered, network);
  let stories: Story[] = [weigh(Scenario.asPrinted)];
  for (const root of ordered) {
    const next = new Map<string, Story>(stories.map((story) => [story.scenario.key, story]));
    for (const { scenario } of stories) {
      if (root.bits(scenario) === 0) continue;
      for (const change of changesFor(root, scenario, network)) {
        const changed = scenario.with(change);
        if (changed && !next.has(changed.key)) next.set(changed.key, weigh(changed));
      }
    }
    stories = bestOf([...next.values()]);
  }
  return stories;
}

/** Stories that change something for one assertion, whatever else fails. */
export function tellStoriesOf(root: Assertion, network: Network): Story[] {
  const weigh = weigherOf([...network.failingNear(root)], network);
  return changesFor(root, Scenario.asPrinted, network).flatMap((change) => {
    const scenario = Scenario.asPrinted.with(change);
    return scenario ? [weigh(scenario)] : [];
  });
}

function changesFor(root: Assertion, scenario: Scenario, network: Network): readonly Change[] {
  const concerned = (cell: CellAddress) => network.at(cell).some((other) => other !== root && other.fails);
  return root.changes(scenario, concerned);
}

/** Costs of scenarios: their changes, and what they leave or make of the assertions around. */
function weigherOf(roots: readonly Assertion[], network: Network): (scenario: Scenario) => Story {
  return (scenario) => {
    const touched = new Set(roots);
    for (const { cause, effect } of scenario.changes) {
      for (const cell of effect.kind === 'counts' ? effect.cells : [cause.cell]) {
        for (const assertion of network.at(cell)) touched.add(assertion);
      }
    }
    let bits = scenario.cost;
    for (const assertion of touched) bits += assertion.bits(scenario);
    return { scenario, bits };
  };
}

function bestOf(stories: readonly Story[]): Story[] {
  const sorted = [...stories].sort((a, b) => a.bits - b.bits);
  const least = sorted[0]?.bits ?? 0;
  return sorted.filter(({ bits }, index) => index < MOST_KEPT && bits <= least + KEPT_WITHIN_BITS + UNEXPLAINED_BITS);
}
