import init, { getTokens, Model } from '@ironcalc/wasm';
import type { FormulaEngineFactory } from '../host/formulas/formulaEngine';
import { ironCalcEngines, type IronCalcModule } from '../host/formulas/ironCalc';

/** Loads the formula engine's WebAssembly from beside the page. */
export async function loadFormulaEngines(): Promise<FormulaEngineFactory> {
  await init();
  return ironCalcEngines({ Model, getTokens } as unknown as IronCalcModule);
}
