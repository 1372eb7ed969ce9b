/**
 * The certificate of the workbench over https: for this machine's own names, made here and trusted by nobody, so that a
 * browser asks once. Kept with its key in .cache until it runs out; neither is ever part of the project.
 */
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { WorkbenchError } from './build.mjs';

const NAMES = ['127.0.0.1', 'localhost'];
const DAYS = 30;

/**
 * @param {string} root the project's folder
 * @returns {Promise<{ cert: Buffer, key: Buffer }>} the certificate and its key, as PEM
 */
export async function ownCertificate(root) {
  const folder = join(root, '.cache', 'certificate');
  const files = {
    authority: join(folder, 'ca.crt'),
    cert: join(folder, 'server.crt'),
    key: join(folder, 'server.key'),
  };
  if (!isGood(files)) {
    rmSync(folder, { recursive: true, force: true });
    await make(root, files);
  }
  return { cert: readFileSync(files.cert), key: readFileSync(files.key) };
}

function isGood({ cert, key }) {
  if (!existsSync(cert) || !existsSync(key)) return false;
  return Date.parse(new X509Certificate(readFileSync(cert)).validTo) > Date.now() + 86_400_000;
}

async function make(root, { authority, cert, key }) {
  let certificates;
  try {
    certificates = createRequire(join(root, 'package.json'))('office-addin-dev-certs');
  } catch {
    throw new WorkbenchError('The packages are not installed. Run `npm ci` first.');
  }
  await certificates.generateCertificates(authority, cert, key, DAYS, NAMES);
  chmodSync(key, 0o600);
}
