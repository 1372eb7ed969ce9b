import type { ExcelHost } from '../../src/host/excelHost';

/** Waits until nothing is under way: the client lets go of references, and asks about events, after a call has come back. */
export async function quiet(host: ExcelHost): Promise<void> {
  for (let still = 0, seen = host.requests; still < 5; still += 1) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (host.requests !== seen) still = 0;
    seen = host.requests;
  }
}

/** How many requests a piece of work sends, those aside that only let go of references. */
export async function requestsOf(host: ExcelHost, work: () => Promise<unknown>): Promise<number> {
  await quiet(host);
  const answer = host.answer.bind(host);
  let count = 0;
  host.answer = (request) => {
    const { Actions } = (typeof request === 'string' ? JSON.parse(request) : request) as {
      readonly Actions: readonly { readonly Name: string }[];
    };
    if (Actions.some(({ Name }) => Name !== '_RemoveReference')) count += 1;
    return answer(request);
  };
  await work();
  host.answer = answer;
  return count;
}
