/**
 * The workbench as static files: `dist/workbench-static` opens from any web server, in any folder of it, on a network that
 * reaches no other. There is no office.js in it, whose licence forbids passing it on: the pane is given the workbook itself.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const NoticesPlugin = require('./notices');
const workbench = require('./workbench');

const root = path.resolve(__dirname, '..');
const isWorkbenchPage = (plugin) => plugin instanceof HtmlPlugin;

module.exports = (mode) => {
  const served = workbench(mode);
  return {
    ...served,
    name: 'static',
    entry: {
      workbench: './src/workbench/mainWithoutOffice.ts',
      'pane/taskpane': './src/taskpane/mainWithoutOffice.ts',
    },
    // `auto`: addresses are relative to the page or script that names them.
    output: { ...served.output, path: path.join(root, 'dist/workbench-static'), publicPath: 'auto' },
    plugins: [
      ...served.plugins.filter((plugin) => !isWorkbenchPage(plugin)),
      new HtmlPlugin({
        template: './src/workbench/withoutOffice.html',
        filename: 'index.html',
        chunks: ['workbench'],
        minify: false,
      }),
      new HtmlPlugin({
        template: './src/taskpane/withoutOffice.html',
        filename: 'pane/taskpane.html',
        chunks: ['pane/taskpane'],
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'pane/assets/icons/[name][ext]' },
          { from: 'assets/sample/*.xlsx', to: 'sample/[name][ext]' },
          { from: 'LICENSE', to: 'LICENSE.txt', toType: 'file' },
        ],
      }),
      new NoticesPlugin(),
    ],
  };
};
