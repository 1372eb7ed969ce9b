/**
 * The workbench's page: our host of Excel, the spreadsheet grid that shows it, and the frame that the pane runs in.
 * It runs on the user's own machine only, so it is never minified: that would take a minute and save nobody anything.
 */
const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const root = path.resolve(__dirname, '..');

module.exports = (mode) => ({
  name: 'workbench',
  mode,
  context: root,
  target: ['web', 'es2022'],
  // Never one of the eval kinds: the page's Content-Security-Policy forbids eval.
  devtool: false,
  // `bridge` goes into the pane's page before office.js, in the place of a desktop Excel.
  entry: { workbench: './src/workbench/main.ts', bridge: './src/workbench/bridge.ts' },
  output: {
    path: path.join(root, 'dist/workbench'),
    filename: '[name].js',
    chunkFilename: 'chunks/[id].js',
    publicPath: '',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: {
          transpileOnly: true,
          configFile: path.join(root, 'tsconfig.json'),
          compilerOptions: { noEmit: false },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.wasm$/, type: 'asset/resource', generator: { filename: '[name][ext]' } },
    ],
  },
  plugins: [
    new HtmlPlugin({
      template: './src/workbench/workbench.html',
      filename: 'index.html',
      chunks: ['workbench'],
      minify: false,
    }),
    new MiniCssExtractPlugin({ filename: '[name].css' }),
  ],
  optimization: { minimize: false, usedExports: false, concatenateModules: false },
  performance: { hints: false },
  stats: 'errors-warnings',
});
