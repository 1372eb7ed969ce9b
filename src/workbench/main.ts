import './workbench.css';
import { loadFormulaEngines } from './formulaEngines';
import { rememberedLanguage, textsIn } from './page/texts';
import { Workbench } from './workbench';

async function start(root: HTMLElement): Promise<void> {
  try {
    await new Workbench(root, await loadFormulaEngines()).openSample();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    root.textContent = textsIn(rememberedLanguage())('start.failed', { detail });
  }
}

const root = document.getElementById('workbench');
if (root) void start(root);
