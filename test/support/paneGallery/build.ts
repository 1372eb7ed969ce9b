import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webpack } from 'webpack';
import paneConfiguration from '../../../webpack/pane.js';

const ROOT = join(__dirname, '../../..');

/** Builds the gallery with the pane's own configuration into a folder, its page under the pane's own policy. */
export async function buildPaneGallery(folder: string): Promise<void> {
  const configuration = paneConfiguration('production');
  // The page below takes the place of the pane's, and the manifest and icons are not needed.
  const css = configuration.plugins?.filter((plugin) => plugin?.constructor.name === 'MiniCssExtractPlugin') ?? [];
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        ...configuration,
        entry: { taskpane: join(__dirname, 'gallery.tsx') },
        output: { path: folder, filename: '[name].js' },
        optimization: { minimize: false },
        plugins: css,
      },
      (fault, stats) => {
        if (fault) reject(fault);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });
  const page = readFileSync(join(ROOT, 'src/taskpane/taskpane.html'), 'utf8')
    .replace(/^.*appsforoffice\.microsoft\.com\/lib.*$/m, '')
    .replace(
      '</head>',
      '<link rel="stylesheet" href="taskpane.css" /><script defer src="taskpane.js"></script></head>',
    );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
}
