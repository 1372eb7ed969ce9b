import { element } from './element';

/** Takes files that are dragged onto the page. Gives the sheet that covers the page meanwhile. */
export function takeDroppedFiles(opened: (files: readonly File[]) => void): HTMLElement {
  const cover = element('div', { class: 'drop-cover', hidden: '' });
  const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragenter', (event) => {
    if (bringsFiles(event)) cover.hidden = false;
  });
  window.addEventListener('dragover', (event) => {
    if (bringsFiles(event)) event.preventDefault();
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) cover.hidden = true;
  });
  window.addEventListener('drop', (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    cover.hidden = true;
    opened([...(event.dataTransfer?.files ?? [])]);
  });
  return cover;
}
