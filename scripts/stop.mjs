/** `npm run stop`: takes the add-in out of Excel again. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { debuggingCommand, ROOT } from './sideload/debugging.mjs';

const command = debuggingCommand();
if (command) {
  const manifest = path.join(ROOT, 'manifest.xml');
  const { status } = spawnSync(process.execPath, [command, 'stop', manifest], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.log('office-addin-debugging is not installed: nothing was loaded by `npm start`.');
  console.log(
    'An add-in that was loaded by hand is removed where it was loaded (My Add-ins, the shared folder, or wef).',
  );
}
