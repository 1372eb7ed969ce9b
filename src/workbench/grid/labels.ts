import type { TextKey, Texts } from '../page/texts';

interface Repair {
  /** Within the grid. */
  readonly selector: string;
  /** What names the element to those who do not see it; null where it must not be named. */
  readonly key: TextKey | null;
  /** In the place of a role that is missing or is none; null for no role. */
  readonly role?: string | null;
}

/** Parts of the grid's frame that come without a name, or with roles that do not exist. */
const REPAIRS: readonly Repair[] = [
  { selector: '[data-u-comp="defined-name"] input', key: 'grid.name-box' },
  { selector: '[data-u-comp="defined-name"] a[aria-haspopup]', key: 'grid.names', role: 'button' },
  { selector: 'button[data-u-comp="sheet-bar-append-button"]', key: 'grid.all-sheets' },
  { selector: 'button:has(> svg.univerjs-icon-reduce-icon)', key: 'grid.zoom-out' },
  { selector: 'button:has(> svg.univerjs-icon-increase-icon)', key: 'grid.zoom-in' },
  { selector: '[role="track"]', key: null, role: null },
  { selector: '[role="handle"]', key: 'grid.zoom', role: null },
  { selector: '.univer-h-0\\.5 > a[role="button"]', key: 'grid.zoom-whole' },
];

/** Names the grid's controls, those too that the grid makes later. */
export class GridLabels {
  private readonly named = new Map<Element, TextKey>();
  private texts: Texts | null = null;

  constructor(private readonly container: HTMLElement) {
    const options = { childList: true, subtree: true, attributeFilter: ['aria-expanded'] };
    new MutationObserver(() => this.label()).observe(container, options);
  }

  setTexts(texts: Texts): void {
    this.texts = texts;
    this.label();
  }

  private label(): void {
    const { texts, container, named } = this;
    if (!texts) return;
    for (const { selector, key, role } of REPAIRS) {
      for (const found of container.querySelectorAll(selector)) {
        if (key) named.set(found, key);
        if (role === null) found.removeAttribute('role');
        else if (role !== undefined) found.setAttribute('role', role);
      }
    }
    for (const [found, key] of named) {
      if (!found.isConnected) named.delete(found);
      else if (found.getAttribute('aria-label') !== texts(key)) found.setAttribute('aria-label', texts(key));
    }
    // A box around a button is no control: what it says of itself is the button's to say.
    for (const box of container.querySelectorAll('div[aria-expanded]')) {
      box.querySelector('button')?.setAttribute('aria-haspopup', 'menu');
      for (const attribute of ['aria-expanded', 'aria-haspopup']) box.removeAttribute(attribute);
    }
    // A positive place in the order of Tab would put the grid before everything else on the page.
    for (const canvas of container.querySelectorAll('canvas[tabindex="1"]')) canvas.setAttribute('tabindex', '0');
  }
}
