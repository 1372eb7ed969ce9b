import type { Cause } from '../finding';
import { rankCauses } from '../rankCauses';
import type { Assertion } from './assertion';
import { type Change, causeKey } from './change';
import type { Network } from './network';
import { type Story, tellStories, tellStoriesOf } from './tellStories';

/** More assertions than these that fail together are told of one by one, each with those that share a figure with it. */
const MOST_TOGETHER = 12;

/**
 * What is probably wrong, for every assertion of a document that fails: stories are told of all assertions that share figures at once,
 * so that one wrong cell is named the same wherever it shows.
 */
export class Stories {
  private readonly byAbout = new Map<object, Assertion>();
  private readonly told = new Map<Assertion, readonly Story[]>();

  constructor(private readonly network: Network) {
    for (const assertion of network.assertions) this.byAbout.set(assertion.about, assertion);
  }

  /**
   * The causes for what is wrong with a figure, most likely first; none where nothing near explains it.
   *
   * @param about The relation or the figure that the assertion is about.
   */
  causesOf(about: object): Cause[] {
    const assertion = this.byAbout.get(about);
    if (!assertion) return [];
    const found = causesIn(this.storiesAround(assertion), assertion, this.network);
    return rankCauses(
      found.length > 0 || !assertion.fails
        ? found
        : causesIn(tellStoriesOf(assertion, this.network), assertion, this.network),
    );
  }

  private storiesAround(assertion: Assertion): readonly Story[] {
    if (assertion.fails) return this.storiesOf(assertion);
    const near = [...this.network.failingNear(assertion)].filter((other) => other.fails);
    return [...new Set(near.map((other) => this.storiesOf(other)))].flat();
  }

  private storiesOf(assertion: Assertion): readonly Story[] {
    const known = this.told.get(assertion);
    if (known) return known;
    const together = this.component(assertion);
    if (together.length <= MOST_TOGETHER) {
      const stories = tellStories(together, this.network);
      for (const each of together) this.told.set(each, stories);
      return stories;
    }
    const near = [...this.network.failingNear(assertion)].slice(0, MOST_TOGETHER);
    const stories = tellStories(near, this.network);
    this.told.set(assertion, stories);
    return stories;
  }

  /** The failing assertions that hang together by figures, or more than can be told of together. */
  private component(assertion: Assertion): Assertion[] {
    const found = new Set([assertion]);
    for (const each of found) {
      for (const other of this.network.failingNear(each)) found.add(other);
      if (found.size > MOST_TOGETHER) break;
    }
    return [...found];
  }
}

/** The changes of stories that concern an assertion, each with the cost of the best story that it is in. */
function causesIn(stories: readonly Story[], assertion: Assertion, network: Network): Cause[] {
  const concerned = (change: Change) => concerns(change, assertion, network);
  const best = new Map<string, { change: Change; bits: number; own: number; others: readonly Change[] }>();
  for (const { scenario, bits } of stories) {
    const changes = scenario.changes.filter(concerned);
    for (const change of changes) {
      const key = causeKey(change);
      if (bits >= (best.get(key)?.bits ?? Infinity)) continue;
      best.set(key, { change, bits, own: scenario.cost, others: changes.filter((other) => other !== change) });
    }
  }
  const [first] = [...best.values()].sort((a, b) => a.bits - b.bits);
  if (!first) return [];
  // Costs are told as the code length of what is said to have gone wrong; what others cost more counts on from there.
  return [...best.values()].map(({ change, bits, others }) => ({
    ...change.cause,
    cost: first.own + bits - first.bits,
    ...(others.length > 0 ? { together: others.map(({ cause }) => cause.cell) } : {}),
  }));
}

function concerns({ cause, effect }: Change, assertion: Assertion, network: Network): boolean {
  if (effect.kind === 'explains') return effect.about === assertion.about;
  const cells = effect.kind === 'counts' ? effect.cells : [cause.cell];
  return cells.some((cell) => network.at(cell).includes(assertion));
}
