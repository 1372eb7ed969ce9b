import { join, relative } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../../..');
const DECLARATIONS = /@types\/office-js\//;

/** A member of an object of Office.js, as its declarations have it. */
export interface ApiMember {
  /** `Range.values` */
  readonly name: string;
  /** The requirement set that it came with, `ExcelApi 1.9`; null for what is of the client only (`context`, `sync`). */
  readonly set: string | null;
  /** The member is one of an object that stands for something in Excel, not of plain data. */
  readonly ofObject: boolean;
}

/** A member that the code uses, and where. */
export interface UsedMember extends ApiMember {
  readonly at: string;
}

/** What the add-in uses of Office.js, and all that there is. */
export interface OfficeApi {
  readonly used: readonly UsedMember[];
  /** By name. */
  readonly declared: ReadonlyMap<string, ApiMember>;
}

/** Compiles the files in folders of the add-in and reads both from the symbols that the compiler resolves. */
export function officeApi(folders: readonly string[]): OfficeApi {
  const program = compiled(folders);
  return { used: usedMembers(program, folders), declared: declaredMembers(program) };
}

/** Every member of Office.js that files use: accesses, properties of objects that are handed over, and the paths in `load('…')`. */
function usedMembers(program: ts.Program, folders: readonly string[]): UsedMember[] {
  const checker = program.getTypeChecker();
  const used = new Map<string, UsedMember>();
  const note = (symbol: ts.Symbol | undefined, node: ts.Node) => {
    const member = symbol && memberOf(symbol);
    if (!member || used.has(member.name)) return;
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    used.set(member.name, { ...member, at: `${relative(ROOT, source.fileName)}:${line + 1}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node);
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      note(checker.getContextualType(node.parent)?.getProperty(node.name.getText()), node);
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'load'
    ) {
      const type = checker.getTypeAtLocation(node.expression.expression);
      for (const path of node.arguments.flatMap(stringsOf))
        for (const symbol of alongPath(checker, type, path)) note(symbol, node);
    }
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles()) if (isIn(source.fileName, folders)) visit(source);
  return [...used.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every member that the declarations give to classes and interfaces of the namespace Excel. */
function declaredMembers(program: ts.Program): Map<string, ApiMember> {
  const declared = new Map<string, ApiMember>();
  const visit = (node: ts.Node): void => {
    if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name) {
      for (const member of node.members) {
        const name = member.name && ts.isIdentifier(member.name) ? `${node.name.text}.${member.name.text}` : null;
        if (name !== null && !declared.has(name))
          declared.set(name, { name, set: setOf(member), ofObject: ts.isClassDeclaration(node) });
      }
    }
    if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || ts.isSourceFile(node)) ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles()) if (DECLARATIONS.test(source.fileName)) visit(source);
  return declared;
}

function compiled(folders: readonly string[]): ts.Program {
  const read = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT);
  return ts.createProgram(
    fileNames.filter((file) => isIn(file, folders)),
    options,
  );
}

const isIn = (file: string, folders: readonly string[]): boolean =>
  folders.some((folder) => relative(ROOT, file).replace(/\\/g, '/').startsWith(`${folder}/`));

function memberOf(symbol: ts.Symbol): ApiMember | null {
  const declaration = symbol.declarations?.[0];
  if (!declaration || !DECLARATIONS.test(declaration.getSourceFile().fileName)) return null;
  const owner = declaration.parent;
  if (!ts.isClassDeclaration(owner) && !ts.isInterfaceDeclaration(owner)) return null;
  const name = owner.name && `${owner.name.text}.${symbol.name}`;
  return name ? { name, set: setOf(declaration), ofObject: ts.isClassDeclaration(owner) } : null;
}

/** The requirement set in the comment of a member, else in that of its class. */
function setOf(declaration: ts.Node): string | null {
  for (let node: ts.Node | undefined = declaration; node && !ts.isModuleBlock(node); node = node.parent) {
    const text = node.getSourceFile().text;
    const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
    const found = /\[Api set: (\w+ [\d.]+|\w+ \w+)/.exec(comments.map(({ pos, end }) => text.slice(pos, end)).join(''));
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

function stringsOf(argument: ts.Expression): string[] {
  if (ts.isStringLiteralLike(argument)) return argument.text.split(',').map((path) => path.trim());
  return ts.isArrayLiteralExpression(argument) ? argument.elements.flatMap(stringsOf) : [];
}

/** The symbols along a path such as `items/name` or `worksheet/name`; of a collection, those of its items. */
function alongPath(checker: ts.TypeChecker, type: ts.Type, path: string): ts.Symbol[] {
  let at = type;
  return path.split('/').flatMap((step) => {
    const own = at.getProperty(step) ?? itemType(checker, at)?.getProperty(step);
    if (!own) throw new Error(`${checker.typeToString(at)} has nothing named ${step}`);
    at = checker.getTypeOfSymbol(own);
    return [own];
  });
}

function itemType(checker: ts.TypeChecker, type: ts.Type): ts.Type | null {
  const items = type.getProperty('items');
  const list = items ? checker.getTypeOfSymbol(items) : type;
  return checker.getIndexTypeOfType(list, ts.IndexKind.Number) ?? null;
}
