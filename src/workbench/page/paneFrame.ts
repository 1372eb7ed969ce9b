import type { Language } from '../../messages/language';
import { element, icon } from './element';
import type { Texts } from './texts';

const NARROWEST = 280;
const WIDEST = 640;
const STEP = 16;
const EXCELS_WIDTH = 350;

/** The task pane at the right as Excel draws it: a title with the add-in's name, and the add-in's page in a frame. */
export class PaneFrame {
  readonly element: HTMLElement;
  readonly divider: HTMLElement;
  readonly opener: HTMLButtonElement;
  private readonly title = element('h2', { class: 'pane-title' });
  private readonly closer = element('button', { type: 'button', class: 'icon-button' }, icon('M5 5l10 10M15 5L5 15'));
  private readonly holder = element('div', { class: 'pane-holder' });
  private frame: HTMLIFrameElement | null = null;
  private frameTitle = '';
  private width = EXCELS_WIDTH;

  constructor(private readonly address: string) {
    this.element = element(
      'aside',
      { class: 'pane' },
      element('div', { class: 'pane-bar' }, this.title, this.closer),
      this.holder,
    );
    this.divider = element('div', {
      class: 'divider',
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
    });
    this.opener = element('button', { type: 'button', class: 'pane-opener', hidden: '' });
    this.closer.addEventListener('click', () => this.setOpen(false));
    this.opener.addEventListener('click', () => this.setOpen(true));
    this.watchDivider();
    this.setWidth(EXCELS_WIDTH);
  }

  /**
   * Loads the add-in's page anew, as Excel does for every workbook and language.
   *
   * @param name the frame's name, where Excel on the web tells office.js how to speak with it
   */
  load(language: Language, name = ''): void {
    const src = `${this.address}?language=${language}`;
    this.frame = element('iframe', { src, name, title: this.frameTitle, class: 'pane-frame' });
    this.holder.replaceChildren(this.frame);
  }

  /** The add-in's window, while there is one. */
  get window(): Window | null {
    return this.frame?.contentWindow ?? null;
  }

  /** Takes the focus from the add-in's page: back to what stands before it, or on to the first control of the page. */
  leave(direction: 'forward' | 'backward'): void {
    const first = document.querySelector<HTMLElement>('button:not([hidden])');
    (direction === 'backward' ? this.closer : first)?.focus();
  }

  setTexts(texts: Texts): void {
    this.title.textContent = texts('pane.title');
    this.frameTitle = texts('pane.frame');
    if (this.frame) this.frame.title = this.frameTitle;
    this.closer.setAttribute('aria-label', texts('pane.hide'));
    this.closer.title = texts('pane.hide');
    this.opener.textContent = texts('pane.title');
    this.opener.setAttribute('aria-label', texts('pane.show'));
    this.opener.title = texts('pane.show');
    this.divider.setAttribute('aria-label', texts('pane.width'));
  }

  private setOpen(open: boolean): void {
    this.element.hidden = !open;
    this.divider.hidden = !open;
    this.opener.hidden = open;
    (open ? this.closer : this.opener).focus();
    window.dispatchEvent(new Event('resize'));
  }

  private setWidth(pixels: number): void {
    this.width = Math.min(WIDEST, Math.max(NARROWEST, pixels));
    this.element.style.width = `${this.width}px`;
    this.divider.setAttribute('aria-valuemin', String(NARROWEST));
    this.divider.setAttribute('aria-valuemax', String(WIDEST));
    this.divider.setAttribute('aria-valuenow', String(this.width));
    window.dispatchEvent(new Event('resize'));
  }

  private watchDivider(): void {
    this.divider.addEventListener('pointerdown', (down) => {
      const begun = { x: down.clientX, width: this.width };
      this.divider.setPointerCapture(down.pointerId);
      const move = (event: PointerEvent) => this.setWidth(begun.width + begun.x - event.clientX);
      this.divider.addEventListener('pointermove', move);
      this.divider.addEventListener('lostpointercapture', () => this.divider.removeEventListener('pointermove', move), {
        once: true,
      });
    });
    this.divider.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowLeft') this.setWidth(this.width + STEP);
      if (key === 'ArrowRight') this.setWidth(this.width - STEP);
    });
  }
}
