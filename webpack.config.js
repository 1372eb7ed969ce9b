/**
 * Every bundle of the project, one file each in webpack/: the add-in's pane, the command line, the
 * workbench, and the workbench as static files.
 * `webpack --env only=cli` builds one of them, `--env only=cli,pane` two.
 */
const BUNDLES = ['pane', 'cli', 'workbench', 'static'];

module.exports = (env = {}, argv = {}) => {
  const names = env.only ? String(env.only).split(',') : BUNDLES;
  return names.map((name) => {
    if (!BUNDLES.includes(name)) throw new Error(`No bundle "${name}": there are ${BUNDLES.join(', ')}.`);
    return require(`./webpack/${name}`)(argv.mode ?? 'production');
  });
};
