/** What `Office.context` is to say of the host that stands around the pane. */
export interface PaneSettings {
  /** Language of Excel's own words, such as `ja-JP`. */
  readonly displayLanguage: string;
  /** Newest requirement set of Excel that the host offers, such as `1.13`. */
  readonly excelApi: string;
}
