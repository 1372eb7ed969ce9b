import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ModuleKind, transpileModule } from 'typescript';
import type { FormulaEngineFactory } from '../../src/host/formulas/formulaEngine';
import { ironCalcEngines, type IronCalcModule } from '../../src/host/formulas/ironCalc';

let engines: FormulaEngineFactory | null = null;

/** IronCalc for tests. It comes as an ES module, which jest does not load, so its glue is turned into CommonJS here. */
export function ironCalcInNode(): FormulaEngineFactory {
  engines ??= load();
  return engines;
}

function load(): FormulaEngineFactory {
  const folder = join(__dirname, '../../node_modules/@ironcalc/wasm');
  const module = asCommonJs(join(folder, 'wasm.js')) as IronCalcModule & {
    initSync(from: { module: Uint8Array }): void;
  };
  module.initSync({ module: new Uint8Array(readFileSync(join(folder, 'wasm_bg.wasm'))) });
  return ironCalcEngines(module);
}

function asCommonJs(file: string): unknown {
  const source = readFileSync(file, 'utf8').replace(/import\.meta\.url/g, '""');
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS, target: 99 } });
  const exports: Record<string, unknown> = {};
  const requireHere = (path: string) => asCommonJs(join(dirname(file), path));
  new Function('exports', 'require', outputText)(exports, requireHere);
  return exports;
}
