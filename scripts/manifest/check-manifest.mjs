/**
 * What Excel asks of an add-in-only manifest and tells nobody when it is missing. Works offline; Microsoft's own
 * validation (`office-addin-manifest validate`) needs the network.
 *
 * Rules: Microsoft's reference of the add-in only manifest (order of elements, resource limits, icon sizes).
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';

const ORDER = [
  'Id',
  'AlternateId',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
];
const REQUIRED = ORDER.filter((name) => name !== 'AlternateId' && name !== 'AppDomains');
const OVERRIDE_ORDER = ['Description', 'Requirements', 'Hosts', 'Resources'];
const RESOURCE_ORDER = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];
const LONGEST_RESID = 32;
const LONGEST = { ShortStrings: 125, LongStrings: 250 };
const RIBBON_SIZES = ['16', '32', '80'];
const LOCALES = { default: 'ja-JP', other: 'en-US' };
const API_FLOOR = '1.13';

const elementsOf = (node) => Array.from(node.childNodes).filter((child) => child.nodeType === 1);
const allOf = (node, name) => Array.from(node.getElementsByTagName('*')).filter((each) => each.localName === name);
const childOf = (node, name) => elementsOf(node).find((child) => child.localName === name);

/**
 * @param {string} xml the manifest
 * @param {string} root the folder that the manifest's addresses lie under
 * @returns {string[]} what is wrong, one sentence each; empty when nothing is
 */
export function checkManifest(xml, root) {
  const faults = [];
  let app;
  try {
    app = new DOMParser({ onError: (level, message) => faults.push(`${level}: ${message}`) }).parseFromString(
      xml,
      'text/xml',
    ).documentElement;
  } catch (fault) {
    return [`It is not well-formed XML: ${fault.message}`];
  }
  if (app.getAttribute('xsi:type') !== 'TaskPaneApp') faults.push('The root is not a TaskPaneApp.');
  checkOrder(app, ORDER, 'OfficeApp', faults);
  for (const name of REQUIRED) if (!childOf(app, name)) faults.push(`${name} is missing.`);
  checkIdentity(app, faults);
  checkAddresses(app, faults);
  checkRequirement(app, faults);
  checkIcon(childOf(app, 'IconUrl')?.getAttribute('DefaultValue'), 32, root, faults);
  checkIcon(childOf(app, 'HighResolutionIconUrl')?.getAttribute('DefaultValue'), 64, root, faults);
  for (const name of ['DisplayName', 'Description']) checkLocales(childOf(app, name), name, faults);
  const overrides = childOf(app, 'VersionOverrides');
  if (overrides) checkOverrides(overrides, root, faults);
  return faults;
}

function checkOrder(parent, order, name, faults) {
  let last = -1;
  for (const { localName } of elementsOf(parent)) {
    const place = order.indexOf(localName);
    if (place < 0) faults.push(`${localName} does not belong into ${name}.`);
    else if (place < last) faults.push(`${localName} stands too late in ${name}: before ${order[last]} is its place.`);
    else last = place;
  }
}

function checkIdentity(app, faults) {
  const text = (name) => childOf(app, name)?.textContent.trim() ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text('Id'))) faults.push('Id is not a GUID.');
  if (!/^\d+(\.\d+){1,3}$/.test(text('Version'))) faults.push('Version is not of the form 1.2.3.4.');
  if (text('DefaultLocale') !== LOCALES.default) faults.push(`DefaultLocale is not ${LOCALES.default}.`);
  if (text('Permissions') !== 'ReadWriteDocument') faults.push('Permissions is not ReadWriteDocument.');
  const hosts = allOf(childOf(app, 'Hosts') ?? app, 'Host').map((host) => host.getAttribute('Name'));
  if (!hosts.includes('Workbook')) faults.push('Hosts does not name Workbook.');
}

function checkAddresses(app, faults) {
  const values = [
    ...Array.from(app.getElementsByTagName('*'), (element) => element.getAttribute('DefaultValue') ?? ''),
    ...allOf(app, 'AppDomain').map((domain) => domain.textContent),
  ];
  for (const value of values) if (/^http:/i.test(value)) faults.push(`${value} is not https.`);
  for (const name of ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url']) {
    for (const element of allOf(app, name)) {
      const value = element.getAttribute('DefaultValue');
      if (value && !value.startsWith('https://')) faults.push(`${name}: ${value} is not https.`);
    }
  }
}

function checkRequirement(app, faults) {
  for (const sets of allOf(app, 'Sets')) {
    const set = elementsOf(sets).find((each) => each.getAttribute('Name') === 'ExcelApi');
    const floor = set?.getAttribute('MinVersion') || sets.getAttribute('DefaultMinVersion');
    if (!set || floor !== API_FLOOR) faults.push(`A Requirements element does not ask for ExcelApi ${API_FLOOR}.`);
  }
}

function checkIcon(address, size, root, faults) {
  if (!address) return;
  const file = path.join(root, new URL(address).pathname);
  if (!existsSync(file)) return void faults.push(`${address} is no file of this repository.`);
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return void faults.push(`${address} is not a PNG.`);
  // The header chunk of a PNG holds width and height right behind the signature.
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== size || height !== size) faults.push(`${address} is ${width} × ${height}, not ${size} × ${size}.`);
}

function checkLocales(element, name, faults) {
  const other = element && elementsOf(element).find((each) => each.getAttribute('Locale') === LOCALES.other);
  if (!element?.getAttribute('DefaultValue')) faults.push(`${name} has no text.`);
  if (!other?.getAttribute('Value')) faults.push(`${name} has no ${LOCALES.other} text.`);
}

function checkOverrides(overrides, root, faults) {
  checkOrder(overrides, OVERRIDE_ORDER, 'VersionOverrides', faults);
  const resources = childOf(overrides, 'Resources');
  if (!resources) return void faults.push('VersionOverrides has no Resources.');
  checkOrder(resources, RESOURCE_ORDER, 'Resources', faults);
  const known = new Map();
  for (const kind of elementsOf(resources)) {
    for (const resource of elementsOf(kind)) {
      const id = resource.getAttribute('id');
      if (id.length > LONGEST_RESID) faults.push(`The resource id ${id} is longer than ${LONGEST_RESID} characters.`);
      if (known.has(id)) faults.push(`The resource id ${id} is given twice.`);
      known.set(id, resource.getAttribute('DefaultValue'));
      const longest = LONGEST[kind.localName];
      if (longest === undefined) continue;
      checkLocales(resource, id, faults);
      const texts = [resource, ...elementsOf(resource)].map(
        (each) => each.getAttribute('DefaultValue') || each.getAttribute('Value') || '',
      );
      if (texts.some((text) => text.length > longest)) faults.push(`${id} is longer than ${longest} characters.`);
    }
  }
  const used = new Set();
  for (const element of Array.from(overrides.getElementsByTagName('*'))) {
    const id = element.getAttribute('resid');
    if (!id) continue;
    used.add(id);
    if (!known.has(id)) faults.push(`${element.localName} asks for ${id}, which Resources does not have.`);
    else if (element.localName === 'Image')
      checkIcon(known.get(id), Number(element.getAttribute('size')), root, faults);
  }
  for (const id of known.keys()) if (!used.has(id)) faults.push(`Nothing uses the resource ${id}.`);
  for (const icon of allOf(overrides, 'Icon')) {
    const sizes = elementsOf(icon).map((image) => image.getAttribute('size'));
    for (const size of RIBBON_SIZES) if (!sizes.includes(size)) faults.push(`A ribbon icon lacks ${size} px.`);
  }
}
