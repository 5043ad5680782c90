// Parts of names that tell little about who somebody is, by the languages they come from. All are written as they stand
// after transliteration to ASCII and lower case. A table says what a word is, never where somebody comes from.

/** Words put before a name. They are split off and kept as weak evidence. */
export const PARTICLES = {
  dutch: 'van de der den ter ten te het op in aan bij onder over uit voor t s v vd vander vanden vande',
  german: 'von zu zum zur vom',
  french: 'le la les du des',
  italian: 'di d de da del della dello dei degli delle dal dalla dalle dai lo li gli',
  spanish: 'de la las los dos das do e y',
  arabic:
    'al el ul il ben bin ibn bint bent abu abou aboe abi oum um umm ait ould oulad ouled si sidi lalla moulay mulay moulai hadj hajj haj haji hadji cheikh sheikh',
  // "Servant of": never a name alone, and written apart, glued or left out.
  servantOf: 'abd abdel abdul abdal abdoel abdoul abdil',
  irishAndScottish: 'o mac mc fitz',
  turkish: 'oglu ogullari zade',
} as const;

/** Put before a name without a space: `Vandenberg`, `Elamrani`, `Dimarco`. Longer ones first. */
export const GLUED_BEFORE =
  'vander vanden vande van della dello degli delle dalla del dei di de abdoul abdoel abdel abdul abdal aboe abou abu bent bint ben bin ait al el mac mc'.split(
    ' ',
  );

/** Put after a name without a space: `Çakıroğlu`. */
export const GLUED_AFTER = ['ogullari', 'oglu', 'zade'];

/** A shorter rest is no name of its own: `Vanessa`, `Elena`, `Diana`, `Benali` keep what stands before it. */
export const LEAST_REST = 4;

/** Words that join two names, as in a married, maiden or assumed name. They tell nothing. */
export const CONNECTORS = {
  maiden: 'born nee ne geb geboren geborene nata nato meisjesnaam dogumlu rodena rodjena rodjen',
  married: 'gehuwd wed weduwe vedova ved coniugata gift esi echtgenote ev',
  assumed: 'alias aka dit dite detto detta genaamd noemende zich called',
  joining: 'en and und et',
} as const;

/** Titles and what follows a name. They tell nothing. */
export const TITLES = 'mr mrs ms miss dr hr mw mevr dhr drs ing ir sig sigra dott avv jr sr junior senior'.split(' ');

const wordsOf = (table: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.values(table).flatMap((words) => words.split(' ')));

export const PARTICLE_WORDS = wordsOf(PARTICLES);
export const EMPTY_WORDS: ReadonlySet<string> = new Set([...wordsOf(CONNECTORS), ...TITLES]);
