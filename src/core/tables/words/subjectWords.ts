import { foldLabel } from '../../reading/fold';

const CLAIMS = /賠償|損害|被害額|求償|\b(damages?|claims?|claimant|compensation)\b/;
const REDUCTION =
  /減額|停止日数|停止期間|返金|返還|\b(fee reduction|reduction|credits?(?! (?:note|memo))|refund|outage)\b/;
const INVOICE =
  /請求書|請求明細|請求内訳|御請求|ご請求|見積書|納品書|\b(invoice|quotation|bill to|estimate|credit (?:note|memo))\b/;
const COURSE =
  /経過|経緯|時系列|年表|沿革|交渉|対応履歴|\b(timeline|chronology|history|course of events|sequence of events|log)\b/;
const INCIDENT_LABEL =
  /(障害|事故|停止|インシデント|トラブル)?(発生|開始|起算)(年月)?日時?$|起算日|(障害|事故)日時?$|\b(incident|outage|failure)\b.*\b(date|start|began|started|on)\b|\b(incident|outage) date$|\bdate of (the )?(incident|outage|failure|accident)\b/;
const INCIDENT_AFTER = /^(に|、|の)?[^。]{0,12}(発生|停止し|障害|事故|起こ)/;
const INCIDENT_ANYWHERE = /発生|障害|事故|停止|インシデント|\b(incident|outage|failure|occurred|accident|disruption)\b/;
const UNTIL_RESTORED = /^(から|より|~|以降)[^。]{0,12}(復旧|回復|再開)/;

/** Words of a title, header or total that say what a table is about. */
export function subjectOf(text: string): { claims: boolean; reduction: boolean; invoice: boolean; course: boolean } {
  const label = foldLabel(text);
  return {
    claims: CLAIMS.test(label),
    reduction: REDUCTION.test(label),
    invoice: INVOICE.test(label),
    course: COURSE.test(label),
  };
}

const BILL_TITLE =
  /^[^。、]{0,10}(請求書|見積書|納品書|請求内訳書|請求明細書)(\([^)]*\))?$|^((tax|vat|sales|commercial|pro-?forma) )?invoice$|^(quotation|estimate|credit (note|memo))$/;

/** Whether a text is the title of a bill and of nothing else: 御請求書, 報酬請求書, TAX INVOICE. */
export function titlesBill(text: string): boolean {
  const label = foldLabel(text);
  return BILL_TITLE.test(label) && !CLAIMS.test(label) && !REDUCTION.test(label);
}

/** Whether a label names the incident's date: 障害発生日, 起算日, incident date. */
export function labelsIncident(text: string): boolean {
  return (
    text.length <= 40 &&
    INCIDENT_LABEL.test(
      foldLabel(text)
        .replace(/[:\s]+$/, '')
        .replace(/\([^)]*\)$/, ''),
    )
  );
}

/** Whether a text holds any word that can make a date in it the incident's. */
export function mayTellIncident(text: string): boolean {
  return /発生|障害|事故|停止|復旧|回復|再開|起算|開始|起こ|インシデント|トラブル|incident|outage|failure|disruption|occurred|accident/i.test(
    text,
  );
}

const BEGINS_INCIDENT =
  /(?:障害|事故|不具合|トラブル)[^。、]{0,8}(?:発生|検知|確認|判明)|(?:発生|停止)(?:した|する|し|。|$)|\b(?:outage|failure|incident|servers? fail\w*|systems? fail\w*|goes? down|went down)\b/i;
const ENDS_INCIDENT = /復旧|回復|再開|解消|\b(?:restored|recovered|resumed)\b/i;

/** Whether the text of an event tells that an incident began. */
export function beginsIncident(text: string): boolean {
  return BEGINS_INCIDENT.test(text) && !ENDS_INCIDENT.test(text);
}

/**
 * How likely a date inside a text is the incident's: 0 not at all. `before` and `after` are what stands around it.
 */
export function incidentWeight(before: string, after: string): number {
  const next = foldLabel(after);
  const previous = foldLabel(before);
  if (UNTIL_RESTORED.test(next)) return 5;
  if (/^(に|の|、)?[^。]{0,10}発生/.test(next)) return 5;
  if (labelsIncident(previous.slice(-16).replace(/[:は、]+$/, ''))) return 5;
  if (INCIDENT_AFTER.test(next)) return 4;
  if (/\b(incident|outage|failure|disruption)\b[^.]{0,40}\b(on|of|since|from)? ?$/.test(previous)) return 4;
  return INCIDENT_ANYWHERE.test(previous + next) ? 1 : 0;
}
