import type { Snapshot } from '../sheets/snapshot';
import type { Document } from './document';

/**
 * Finds tables, the course of events and candidates for the incident's date on the user's sheets of a workbook. Nothing
 * is configured: header words, what the columns hold and total words decide. Sheets of ours are skipped.
 */
export function findDocument(snapshot: Snapshot): Document {
  return {
    workbookName: snapshot.workbookName,
    dateSystem: snapshot.dateSystem,
    tables: [],
    timeline: [],
    incidentCandidates: [],
    unreadableDates: [],
  };
}
