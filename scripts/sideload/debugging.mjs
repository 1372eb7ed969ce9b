import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @returns {string | null} the command of office-addin-debugging; null where npm could not install it (it is optional) */
export function debuggingCommand() {
  try {
    const manifest = createRequire(import.meta.url).resolve('office-addin-debugging/package.json', { paths: [ROOT] });
    const command = path.join(path.dirname(manifest), 'cli.js');
    return existsSync(command) ? command : null;
  } catch {
    return null;
  }
}

/** How to load the add-in without the tool. Source: Microsoft's pages on sideloading for testing. */
export const BY_HAND = `
Excel on the web   Home → Add-ins → More Add-ins → My Add-ins → Upload My Add-in → manifest.xml
Windows            Put manifest.xml into a shared folder; File → Options → Trust Center → Trust Center Settings →
                   Trusted Add-in Catalogs: add the folder's network path, tick "Show in Menu", restart Excel;
                   then Home → Add-ins → More Add-ins → SHARED FOLDER → 検算
Mac                Copy manifest.xml to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/ and restart Excel;
                   then Home → Add-ins → 検算
`;
