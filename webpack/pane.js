/**
 * The add-in's task pane: `dist/pane` is what a web server has to serve over https for Excel.
 *
 * The manifest names https://localhost:3000, which `npm start` serves. For a server of one's own set KENZAN_URL (https)
 * when building: the built manifest then names that address.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const root = path.resolve(__dirname, '..');
const DEVELOPMENT_URL = 'https://localhost:3000/';

/** The address in the built manifest, with a slash at its end. */
function servedFrom(mode) {
  const given = process.env.KENZAN_URL;
  if (mode !== 'production' || !given) return DEVELOPMENT_URL;
  if (!given.startsWith('https://')) throw new Error('KENZAN_URL must begin with https://: Excel opens nothing else.');
  return given.endsWith('/') ? given : `${given}/`;
}

module.exports = (mode) => ({
  name: 'pane',
  mode,
  context: root,
  target: ['web', 'es2022'],
  // Never one of the eval kinds: the page's Content-Security-Policy forbids eval.
  devtool: mode === 'production' ? false : 'source-map',
  entry: { taskpane: './src/taskpane/main.ts' },
  output: { path: path.join(root, 'dist/pane'), filename: '[name].js', publicPath: '', clean: true },
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
    ],
  },
  // Else webpack minifies pages by itself.
  experiments: { html: false },
  plugins: [
    // Not minified: the tag of office.js stays on its line as written, so that another host can put its own in its place.
    new HtmlPlugin({ template: './src/taskpane/taskpane.html', filename: 'taskpane.html', minify: false }),
    new MiniCssExtractPlugin({ filename: '[name].css' }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
        {
          from: 'manifest.xml',
          to: 'manifest.xml',
          transform: (content) => content.toString('utf8').replaceAll(DEVELOPMENT_URL, servedFrom(mode)),
        },
      ],
    }),
  ],
  // React and Fluent UI are one file of about 120 kB compressed; Excel keeps it in its cache.
  performance: { hints: false },
  stats: 'errors-warnings',
});
