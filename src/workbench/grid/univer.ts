import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingJapanese from '@univerjs/preset-sheets-conditional-formatting/locales/ja-JP';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreJapanese from '@univerjs/preset-sheets-core/locales/ja-JP';
import type { Language } from '../../messages/language';

export interface RunningUniver {
  readonly univer: Univer;
  readonly api: FUniver;
}

const LOCALES: Readonly<Record<Language, LocaleType>> = { ja: LocaleType.JA_JP, en: LocaleType.EN_US };

/**
 * Starts Univer as a bare grid: cells, formula bar and sheet tabs, no ribbon and no menus, because formatting and
 * structure are not edited in the workbench.
 */
export function startUniver(container: HTMLElement, language: Language): RunningUniver {
  const univer = new Univer({
    locale: LOCALES[language],
    locales: {
      [LocaleType.JA_JP]: mergeLocales(coreJapanese, conditionalFormattingJapanese),
      [LocaleType.EN_US]: mergeLocales(coreEnglish, conditionalFormattingEnglish),
    },
    logLevel: LogLevel.WARN,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      contextMenu: false,
      formulaBar: true,
      disableAutoFocus: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
    }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  return { univer, api: FUniver.newAPI(univer) };
}

export function setUniverLanguage({ univer }: RunningUniver, language: Language): void {
  univer.setLocale(LOCALES[language]);
}
