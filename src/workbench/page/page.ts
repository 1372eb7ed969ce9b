import type { Language } from '../../messages/language';
import { GridLabels } from '../grid/labels';
import { takeDroppedFiles } from './dropTarget';
import { element } from './element';
import { Notice } from './notice';
import { PaneFrame } from './paneFrame';
import { rememberLanguage, setPaneLanguage, textsIn, type Texts } from './texts';
import { Toolbar, type ToolbarEvents } from './toolbar';

const PANE_ADDRESS = 'pane/taskpane.html';

/** Everything on the page but what is in the grid and in the pane. */
export class Page {
  readonly notice = new Notice();
  readonly toolbar: Toolbar;
  readonly pane = new PaneFrame(PANE_ADDRESS);
  /** Where the grid goes. */
  readonly gridPlace = element('div', { class: 'grid' });
  private readonly gridLabels = new GridLabels(this.gridPlace);
  private readonly cover: HTMLElement;
  private spoken: Language;

  constructor(root: HTMLElement, language: Language, events: ToolbarEvents) {
    this.spoken = language;
    this.toolbar = new Toolbar({
      ...events,
      language: (chosen) => {
        this.setLanguage(chosen);
        rememberLanguage(chosen);
        events.language(chosen);
      },
    });
    this.cover = takeDroppedFiles((files) => events.open(files));
    const work = element('main', { class: 'work' });
    const book = element('div', { class: 'book' }, this.gridPlace, this.notice.element);
    work.append(book, this.pane.divider, this.pane.element, this.pane.opener);
    root.append(this.toolbar.element, work, this.cover);
    this.setLanguage(language);
  }

  get language(): Language {
    return this.spoken;
  }

  get texts(): Texts {
    return textsIn(this.spoken);
  }

  setFile(name: string): void {
    this.toolbar.setFile(name);
    document.title = `${name} – ${this.texts('page.title')}`;
  }

  private setLanguage(language: Language): void {
    this.spoken = language;
    setPaneLanguage(language);
    const { texts } = this;
    document.documentElement.lang = language;
    this.toolbar.setTexts(texts, language);
    this.pane.setTexts(texts);
    this.notice.setCloseLabel(texts('notice.close'));
    this.cover.textContent = texts('drop.hint');
    this.gridLabels.setTexts(texts);
    this.gridPlace.setAttribute('aria-label', texts('grid.label'));
    this.gridPlace.setAttribute('role', 'region');
  }
}
