import { element, icon } from './element';

const STATUS_MS = 4000;

/** The note over the grid's foot that says what happened. Errors stay until they are closed or something else happens. */
export class Notice {
  readonly element: HTMLElement;
  private readonly text = element('span', { class: 'notice-text' });
  private readonly close = element('button', { type: 'button', class: 'icon-button' }, icon('M5 5l10 10M15 5L5 15'));
  private timer: number | null = null;

  constructor() {
    this.element = element('div', { class: 'notice', role: 'status', hidden: '' }, this.text, this.close);
    this.close.addEventListener('click', () => this.clear());
  }

  setCloseLabel(label: string): void {
    this.close.setAttribute('aria-label', label);
    this.close.title = label;
  }

  status(text: string): void {
    this.show(text, 'status');
    this.timer = window.setTimeout(() => this.clear(), STATUS_MS);
  }

  error(text: string): void {
    this.show(text, 'alert');
  }

  clear(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    this.element.hidden = true;
    this.text.textContent = '';
  }

  private show(text: string, role: 'status' | 'alert'): void {
    this.clear();
    this.element.setAttribute('role', role);
    this.element.hidden = false;
    this.text.textContent = text;
  }
}
