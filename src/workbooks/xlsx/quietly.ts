/* eslint-disable no-console -- what is kept from it is another's */

/**
 * Runs the reading library without its remarks, which it makes on the console (on conditions in OpenDocument's number formats,
 * for one): they would stand among what the command line prints, and nobody could do anything about them.
 */
export function quietly<T>(run: () => T): T {
  const remark = console.error;
  console.error = () => undefined;
  try {
    return run();
  } finally {
    console.error = remark;
  }
}
