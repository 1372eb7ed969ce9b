import type { ConnectPane } from './connectPane';
import { loadFormulaEngines } from './formulaEngines';
import { rememberedLanguage, textsIn } from './page/texts';
import { Workbench } from './workbench';
import './workbench.css';

/** Starts the workbench in its page, on the sample workbook. */
export async function startWorkbench(connectPane: ConnectPane): Promise<void> {
  const root = document.getElementById('workbench');
  if (!root) return;
  try {
    await new Workbench(root, await loadFormulaEngines(), connectPane).openSample();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    root.textContent = textsIn(rememberedLanguage())('start.failed', { detail });
  }
}
