/** What has a canonical form: no fractions, and no text that is not well-formed Unicode. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue };

/**
 * The one text of a value: JSON as RFC 8785 (JCS) writes it, for whole numbers only. Names are sorted by UTF-16 code
 * units, nothing is between the tokens, and text is escaped as JSON.stringify does. Throws on what has no such form,
 * because two parties that disagreed on the form would disagree on every hash after it.
 */
export function canonicalForm(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      throw new Error(`${String(value)} has no canonical form: only whole numbers up to 2^53 have one.`);
    }
    return String(value);
  }
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[${value.map(canonicalForm).join(',')}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${quoted(name)}:${canonicalForm(value[name] ?? null)}`).join(',')}}`;
}

function quoted(text: string): string {
  // Nearly every text of a ledger: told by one look, which halves what an entry's form takes.
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new Error('A text with half a surrogate pair has no canonical form.');
  return JSON.stringify(text);
}

/** Printable ASCII without the quotation mark and the backslash: JSON writes it as it is. */
const PLAIN = /^[\x20\x21\x23-\x5B\x5D-\x7E]*$/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
