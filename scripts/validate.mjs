/** `npm run validate`: the repository's own checks of manifest.xml, then Microsoft's where the network allows. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkManifest } from './manifest/check-manifest.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'manifest.xml');

const faults = checkManifest(readFileSync(file, 'utf8'), root);
for (const fault of faults) console.error(`manifest.xml: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log('manifest.xml: the repository’s own checks found nothing wrong.');

try {
  const { OfficeAddinManifest, validateManifest } = (await import('office-addin-manifest')).default;
  const info = await OfficeAddinManifest.readManifestFile(file);
  console.log(`As Microsoft’s reader sees it: ${info.displayName} ${info.version} for ${info.hosts?.join(', ')}.`);
  const answer = await validateManifest(file);
  if (answer.isValid) console.log('Microsoft’s validation service: accepted.');
  else if (answer.report) {
    for (const { title, content } of answer.report.errors ?? []) console.error(`Microsoft: ${title}: ${content}`);
    process.exitCode = 1;
  } else notAsked(`it answered ${answer.status} ${answer.statusText ?? ''}`);
} catch (fault) {
  notAsked(String(fault.message).split('\n')[0]);
}

/** No fault of the manifest: the service needs the network. */
function notAsked(reason) {
  console.log(`Microsoft’s validation service was not asked (${reason.trim()}).`);
}
