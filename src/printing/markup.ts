/** A piece of HTML or SVG. Everything that goes into a page is one of these or a text, which is escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Content = Markup | string | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control signs, halves of surrogate pairs, and signs that turn the direction of what follows them: no text needs them. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as HTML shows it, in an element or in a quoted attribute. What cannot be printed becomes U+FFFD. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Elements of HTML that have no end tag. */
const VOID: ReadonlySet<string> = new Set(['meta', 'col', 'br']);

/** An element with attributes (those that are null are left out) and contents. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...contents: readonly Content[]
): Markup {
  const set = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escapeText(String(value))}"`],
  );
  const open = `<${name}${set.join('')}>`;
  return new Markup(VOID.has(name) ? open : `${open}${render(contents)}</${name}>`);
}

export function render(content: Content): string {
  if (content instanceof Markup) return content.html;
  return typeof content === 'string' ? escapeText(content) : content.map(render).join('');
}
