const { chmodSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { BannerPlugin } = require('webpack');

const DIST = resolve(__dirname, '../dist');

/** `npx kenzan` runs the file itself. */
const executable = {
  apply: (compiler) => {
    compiler.hooks.afterEmit.tap('executable', () => chmodSync(join(DIST, 'cli.js'), 0o755));
  },
};

/** The command line: one file for Node, with everything in it. */
module.exports = (mode) => ({
  name: 'cli',
  mode,
  target: 'node20',
  devtool: false,
  entry: resolve(__dirname, '../src/cli/main.ts'),
  output: { path: DIST, filename: 'cli.js' },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, use: { loader: 'ts-loader', options: { transpileOnly: true } } }] },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), executable],
});
