import init, { getTokens, Model } from '@ironcalc/wasm';
import type { FormulaEngineFactory } from '../host/formulas/formulaEngine';
import { ironCalcEngines, type IronCalcModule } from '../host/formulas/ironCalc';

/** Loads the formula engine's WebAssembly from beside the page, whatever type the server gives it. */
export async function loadFormulaEngines(): Promise<FormulaEngineFactory> {
  const response = await fetch(new URL('@ironcalc/wasm/wasm_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  await init({ module_or_path: await response.arrayBuffer() });
  return ironCalcEngines({ Model, getTokens } as unknown as IronCalcModule);
}
