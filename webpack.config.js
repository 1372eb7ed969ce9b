/**
 * Every bundle of the project, one file each in webpack/: the add-in's pane, the command line, the workbench.
 * `webpack --env only=cli` builds one of them.
 */
const bundles = {
  pane: require('./webpack/pane'),
  cli: require('./webpack/cli'),
  workbench: require('./webpack/workbench'),
};

module.exports = (env = {}, argv = {}) => {
  const names = env.only ? String(env.only).split(',') : Object.keys(bundles);
  return names.map((name) => {
    if (!bundles[name]) throw new Error(`No bundle "${name}": there are ${Object.keys(bundles).join(', ')}.`);
    return bundles[name](argv.mode ?? 'production');
  });
};
