/** The development server of the pane: what `npm start` serves. No hot replacement, which would need eval. */
exports.devServer = (port) => ({
  host: 'localhost',
  port,
  hot: false,
  liveReload: true,
  client: { overlay: false },
  static: false,
  devMiddleware: { stats: 'errors-warnings' },
});
