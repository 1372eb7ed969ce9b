import { type Language, LANGUAGES } from '../../messages/language';
import { element, icon } from './element';
import type { TextKey, Texts } from './texts';

export interface ToolbarEvents {
  open(files: readonly File[]): void;
  sample(): void;
  download(): void;
  language(language: Language): void;
}

const WORKBOOK_TYPES = '.xlsx,.xlsm,.xlsb,.xls,.ods';

/** The bar at the top: file name, open, reload sample, download, language. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly title = element('h1', { class: 'title' });
  private readonly file = element('span', { class: 'file-name' });
  private readonly picker = element('input', { type: 'file', accept: WORKBOOK_TYPES, hidden: '', tabindex: '-1' });
  private readonly openButton: HTMLButtonElement;
  private readonly sampleButton: HTMLButtonElement;
  private readonly downloadButton: HTMLButtonElement;
  private readonly languages = element('select', { class: 'language' });

  constructor(events: ToolbarEvents) {
    this.openButton = button('open', icon('M2.5 6.5v9h13l2-7H6l-2 7M2.5 6.5v-2h5l1.5 2h6v2'));
    this.sampleButton = button('sample', icon('M15.5 6.5A6.5 6.5 0 1 0 16.5 10M16 3v4h-4'));
    this.downloadButton = button('download', icon('M10 3v9M6.5 9L10 12.5 13.5 9M4 16.5h12'));
    for (const language of LANGUAGES) this.languages.append(element('option', { value: language }));
    const buttons = element('div', { class: 'buttons', role: 'toolbar' });
    buttons.append(this.openButton, this.sampleButton, this.downloadButton);
    this.element = element(
      'header',
      { class: 'toolbar' },
      element('img', { src: 'pane/assets/icons/icon-32.png', alt: '', width: '22', height: '22' }),
      this.title,
      this.file,
      buttons,
      this.picker,
      this.languages,
    );

    this.openButton.addEventListener('click', () => this.picker.click());
    this.picker.addEventListener('change', () => {
      events.open([...(this.picker.files ?? [])]);
      this.picker.value = '';
    });
    this.sampleButton.addEventListener('click', () => events.sample());
    this.downloadButton.addEventListener('click', () => events.download());
    this.languages.addEventListener('change', () => events.language(this.languages.value === 'en' ? 'en' : 'ja'));
  }

  setTexts(texts: Texts, language: Language): void {
    this.title.textContent = texts('page.title');
    label(this.openButton, texts, 'toolbar.open', 'toolbar.open.tip');
    label(this.sampleButton, texts, 'toolbar.sample', 'toolbar.sample.tip');
    label(this.downloadButton, texts, 'toolbar.download', 'toolbar.download.tip');
    this.element.querySelector('[role=toolbar]')?.setAttribute('aria-label', texts('toolbar.label'));
    this.languages.setAttribute('aria-label', texts('toolbar.language'));
    for (const option of this.languages.options) option.textContent = texts(`language.${option.value as Language}`);
    this.languages.value = language;
  }

  setFile(name: string): void {
    this.file.textContent = name;
    this.file.title = name;
  }

  setBusy(busy: boolean): void {
    for (const control of [this.openButton, this.sampleButton, this.downloadButton]) control.disabled = busy;
  }
}

function button(name: string, drawing: SVGSVGElement): HTMLButtonElement {
  return element('button', { type: 'button', class: 'tool', 'data-tool': name }, drawing, element('span'));
}

function label(control: HTMLButtonElement, texts: Texts, key: TextKey, tip: TextKey): void {
  const span = control.querySelector('span');
  if (span) span.textContent = texts(key);
  control.title = texts(tip);
}
