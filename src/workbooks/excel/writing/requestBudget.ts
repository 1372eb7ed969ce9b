/** Excel on the web takes 5 MB a request (Office.js resource limits); estimates leave some room. */
const MOST_BYTES = 4_200_000;

/** What an object takes in the JSON of a request: its path and the action that makes it; an address or a name comes on top. */
export const OBJECT_BYTES = 400;
/** What a call or a property takes that is set; a text comes on top. */
export const ACTION_BYTES = 300;

/**
 * Keeps what is queued for one request below what Excel takes. Whoever queues something takes its bytes first; where they would be too
 * many, what is queued already is sent.
 */
export class RequestBudget {
  private queued = 0;

  /** @param send sends what is queued. */
  constructor(private readonly send: () => Promise<void>) {}

  async take(bytes: number): Promise<void> {
    if (this.queued > 0 && this.queued + bytes > MOST_BYTES) {
      await this.send();
      this.queued = 0;
    }
    this.queued += bytes;
  }

  /** Whether a block of cells of so many bytes is long enough to be queued by itself: another of its size still fits beside it. */
  static isFull(bytes: number): boolean {
    return bytes > MOST_BYTES / 2;
  }
}

/** An upper bound of the bytes that a text takes in JSON: three for a sign beyond Latin, two for one that is escaped, and the quotes. */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes += code > 0x7f ? 3 : code === 0x22 || code === 0x5c ? 2 : code < 0x20 ? 6 : 1;
  }
  return bytes;
}
