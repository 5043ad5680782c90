/** What a form sent: a text for each name, or several. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A text of a form, without line breaks: some travel in headers. */
export function textOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The lines of a text that are not empty. */
export function linesOf(form: Form, name: string): readonly string[] {
  const value = form[name];
  const lines = typeof value === 'string' ? value.split(/\r?\n/) : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** What was chosen of several boxes. */
export function chosenOf(form: Form, name: string): readonly string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** All that a form sent, by name. */
export function fieldsOf(form: Form): URLSearchParams {
  return new URLSearchParams(
    Object.keys(form).flatMap((name) => chosenOf(form, name).map((value) => [name, value] as [string, string])),
  );
}
