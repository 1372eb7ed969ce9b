import { areaName } from '../../core/sheets/address';
import type { ChangeReport, WorkbookModel } from '../model/workbookModel';
import { execute } from './execute';
import type { HostObject, Scene } from './objects';
import type { RequestBody, ResponseBody } from './protocol';
import { WHOLE_WORKBOOK } from './types/workbook';

/** One event for the client, as its registration knows it. */
export interface HostEvent {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  /** The event's arguments as JSON text. */
  readonly message: string;
  readonly id: string;
}

/** The transport's refusals: Office's own error numbers with the codes that the client makes of them. */
export type TransportFault =
  | 'cell-edit-mode'
  | 'request-too-large'
  | 'response-too-large'
  | 'access-denied'
  | 'activity-limit'
  | 'session-expired'
  | 'connection-lost';

/** What goes back over a transport. */
export interface HostReply {
  readonly statusCode: number;
  /** The response as JSON text, or the client's error envelope. */
  readonly body: string;
  /** Why the request was refused, for a transport that has words of its own for it. */
  readonly fault?: TransportFault;
}

const FAULTS: Readonly<Record<TransportFault, { readonly status: number; readonly code: string }>> = {
  'cell-edit-mode': { status: 400, code: 'InvalidOperationInCellEditMode' },
  'request-too-large': { status: 400, code: 'RequestPayloadSizeLimitExceeded' },
  'response-too-large': { status: 400, code: 'ResponsePayloadSizeLimitExceeded' },
  'access-denied': { status: 401, code: 'AccessDenied' },
  'activity-limit': { status: 429, code: 'ActivityLimitReached' },
  'session-expired': { status: 408, code: 'InvalidOrTimedOutSession' },
  'connection-lost': { status: 500, code: 'GeneralException' },
};

/** Excel on the web takes and gives at most this much a request. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const SELECTION_CHANGED = 14;
const CHANGED = 10;

/** Excel's side of one add-in's connection: references, event registrations, limits and faults. */
export class Session implements Scene {
  private readonly references = new Map<string, HostObject>();
  private readonly watched = new Set<string>();
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly faults = new Map<number, { readonly fault: TransportFault; readonly after: boolean }>();
  private lastReference = 0;
  private lastEvent = 0;
  private count = 0;

  constructor(readonly workbook: WorkbookModel) {
    workbook.onChange((report) => this.tellChanges(report));
    workbook.onSelection(({ sheetId, area }) => {
      this.emit(SELECTION_CHANGED, sheetId, { address: areaName(area), worksheetId: sheetId });
    });
  }

  /** How many requests have come so far, house-keeping of the client included. */
  get requests(): number {
    return this.count;
  }

  /** Answers a request given as JSON text or as the object that it stands for. */
  answer(request: string | object): HostReply {
    this.count += 1;
    const text = typeof request === 'string' ? request : JSON.stringify(request);
    const planned = this.faults.get(this.count);
    if (planned && !planned.after) return refusal(planned.fault);
    if (this.workbook.cellEditMode) return refusal('cell-edit-mode');
    if (new TextEncoder().encode(text).length > PAYLOAD_LIMIT) return refusal('request-too-large');
    const body = JSON.stringify(this.execute(JSON.parse(text) as RequestBody));
    if (planned) return refusal(planned.fault);
    return new TextEncoder().encode(body).length > PAYLOAD_LIMIT
      ? refusal('response-too-large')
      : { statusCode: 200, body };
  }

  execute(body: RequestBody): ResponseBody {
    return this.workbook.change('add-in', () => execute(body, this, this.references));
  }

  /**
   * Makes the n-th request from now fail: before it was carried out, or with `after` once it was (an answer lost on its way).
   */
  failRequest(n: number, fault: TransportFault, after = false): void {
    this.faults.set(this.count + n, { fault, after });
  }

  /** Calls back with the events that the client registered for. Gives a function that ends it. */
  onEvent(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  watch(eventType: number, targetId: string, watched: boolean): void {
    if (watched) this.watched.add(`${eventType}:${targetId}`);
    else this.watched.delete(`${eventType}:${targetId}`);
  }

  keep(object: HostObject): string {
    this.lastReference += 1;
    const reference = `ref${this.lastReference}`;
    this.references.set(reference, object);
    return reference;
  }

  release(referenceId: string): void {
    this.references.delete(referenceId);
  }

  private tellChanges(report: ChangeReport): void {
    for (const change of report.changes) {
      if (change.kind !== 'cells' || !change.contents) continue;
      this.emit(CHANGED, change.sheetId, {
        address: areaName(change.area),
        changeType: 'RangeEdited',
        worksheetId: change.sheetId,
        source: 'Local',
        triggerSource: report.source === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
      });
    }
  }

  private emit(eventType: number, sheetId: string, args: object): void {
    for (const targetId of [sheetId, WHOLE_WORKBOOK]) {
      if (!this.watched.has(`${eventType}:${targetId}`)) continue;
      this.lastEvent += 1;
      const event: HostEvent = {
        messageCategory: 65536,
        messageType: eventType,
        targetId,
        message: JSON.stringify(args),
        id: String(this.lastEvent),
      };
      for (const listener of this.listeners) listener(event);
    }
  }
}

function refusal(fault: TransportFault): HostReply {
  const { status, code } = FAULTS[fault];
  return { statusCode: status, body: JSON.stringify({ error: { code, message: code } }), fault };
}
