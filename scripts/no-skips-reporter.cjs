/**
 * A jest reporter: a skipped test, or one of the four projects without a test, fails the whole run. Closes with one
 * plain line of figures.
 */
class NoSkipsReporter {
  constructor(globalConfig) {
    this.wholeRun =
      globalConfig.testPathPattern === '' &&
      globalConfig.testNamePattern === '' &&
      !process.argv.includes('--selectProjects');
    this.ranBy = new Map();
  }

  onTestResult(test, result) {
    const project = test.context.config.displayName?.name ?? 'unnamed';
    this.ranBy.set(project, (this.ranBy.get(project) ?? 0) + result.numPassingTests + result.numFailingTests);
  }

  onRunComplete(contexts, results) {
    const faults = [];
    const skipped = results.numPendingTests + results.numTodoTests;
    if (skipped > 0) faults.push(`${skipped} tests were skipped.`);
    if (this.wholeRun) {
      for (const context of contexts) {
        const project = context.config.displayName?.name ?? 'unnamed';
        if (!this.ranBy.get(project)) faults.push(`The project "${project}" ran no test.`);
      }
    }
    for (const fault of faults) console.error(fault);
    this.failed = faults.length > 0;
    for (const [project, count] of this.ranBy) console.log(`${project}: ${count} tests`);
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed`);
  }

  getLastError() {
    return this.failed ? new Error('Skipped tests count as failed.') : undefined;
  }
}

module.exports = NoSkipsReporter;
