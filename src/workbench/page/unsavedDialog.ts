import { element } from './element';
import type { TextKey, Texts } from './texts';

/** What somebody wants done with changes that no file holds yet. */
export type UnsavedAnswer = 'save' | 'drop' | 'cancel';

const CHOICES: readonly { readonly answer: UnsavedAnswer; readonly key: TextKey }[] = [
  { answer: 'save', key: 'unsaved.save' },
  { answer: 'drop', key: 'unsaved.drop' },
  { answer: 'cancel', key: 'unsaved.cancel' },
];

/**
 * Asks what to do with unsaved changes. The browser's own modal dialog keeps the focus inside and gives it back; Escape
 * cancels.
 *
 * @param name of the workbook that has the changes
 */
export function askAboutUnsaved(name: string, texts: Texts): Promise<UnsavedAnswer> {
  const buttons = element('div', { class: 'dialog-buttons' });
  for (const { answer, key } of CHOICES) {
    buttons.append(element('button', { type: 'submit', class: 'dialog-button', value: answer }, texts(key)));
  }
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'unsaved-title', 'aria-describedby': 'unsaved-text' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'unsaved-title' }, texts('unsaved.title')),
      element('p', { id: 'unsaved-text' }, texts('unsaved.text', { name })),
      buttons,
    ),
  );
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(CHOICES.find(({ answer }) => answer === dialog.returnValue)?.answer ?? 'cancel');
    });
    // The grid takes keys of the whole page; those pressed here are for the dialog alone.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.showModal();
  });
}
