// Names that look invented and have the shapes of real ones, so that looking people up meets what it would meet in
// life: particles, transliterations, patronymic endings, double and married names, swapped names, birth dates of which
// the year alone is known. Nobody is meant. The shape of a name is drawn apart from everything else of a person, is
// recorded nowhere, and says nothing about anybody.
import { dateBefore, monthsAfter } from '../calendar/calendar-dates';
import type { Synthetic } from './synthetic';

export interface InventedIdentity {
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly birthDate: string;
}

/** A value and how often it comes, relative to the others. */
export type Weighted<Value> = readonly (readonly [weight: number, value: Value])[];

export function drawFrom<Value>(random: Synthetic, weighted: Weighted<Value>): Value {
  const total = weighted.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.random() * total;
  for (const [weight, value] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error('There is nothing to draw from.');
}

interface NameShape {
  readonly female: readonly string[];
  readonly male: readonly string[];
  /** Put before the stem: particles and prefixes. */
  readonly before: Weighted<string>;
  readonly stems: readonly string[];
  readonly endings: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** Stems and endings are put together, so that a hundred thousand people are not all namesakes. */
export const NAME_SHAPES = {
  ENGLISH: {
    female: words('Alderette Brisane Cassalyn Dorvina Elmera Fennica Gilliora Hestwyn Ilvane Jorelle Kestra Lorwyn'),
    male: words('Aldermo Bramlock Dunstor Emmeric Farrowin Garrowby Holmund Ivarn Jorvane Kelmar Merrivan Osrimund'),
    before: [
      [90, ''],
      [6, 'Mac'],
      [4, 'O’'],
    ],
    stems: words('Apple Bex Clover Dapple Even Fern Gorse Hollow Inker Jut Kestre Lantern Moss Nettle Oaken Pebble'),
    endings: words('shade water leigh moor holt wick field by sole marsh low gate bank croft beck thorpe down'),
  },
  DUTCH: {
    female: words('Bentelien Doutsje Floortine Hildewien Mirthelle Pleunie Sietske-Jo Veerlien Yfkelien Keetje'),
    male: words('Ciskebert Evertjan Gijsbrecht Jorisman Lubbertus Noutger Okkeman Quirijn Roefke Teunardus Wobbert'),
    before: [
      [45, ''],
      [15, 'van der '],
      [12, 'van '],
      [10, 'de '],
      [8, 'van den '],
      [5, '’t '],
      [5, 'ter '],
    ],
    stems: words('Verzin Nergens Fabel Denk Schijn Proef Zogen Papier Voorbeeld Oefen IJdel Nep Sprook Gedacht'),
    endings: words('huis veld berg stra sma man kamp dijk wijk steen meer hout boom'),
  },
  TURKISH: {
    female: words('Aysemin Gülperi Şebnura Zehranur Çiğdela Melihare Nurşah Elifsu'),
    male: words('Ahmirt Mehmird Yusemre Çetinel Oğuzel Şükranel Emirhat Kadirşan'),
    before: [[1, '']],
    stems: words('Hayal Uydur Masal Kurgu Örnek Deneme Taslak Düşün'),
    endings: words('oğlu gil er maz kaya soy can'),
  },
  ARABIC: {
    female: words('Bouchrina Khadijanne Fatimoura Nadjara Hananoud Sabihrah Aïchanne Souadha'),
    male: words('Achmoud Mouhsib Khaliouf Djamirel Rachidoun Tariqel Abdelmithal Ibrahioum Yassinoud'),
    before: [
      [35, 'El '],
      [20, 'Al '],
      [15, 'Ben '],
      [8, 'Bin '],
      [7, 'Abu '],
      [5, 'Aït '],
      [10, ''],
    ],
    stems: words('Khayal Wahm Mithal Qiss Fulad Hikay Zaamoud Chakhs'),
    endings: words('i aoui ouni ani oui eh'),
  },
  ITALIAN: {
    female: words('Alfina Brunalda Celestra Dorabella Ermelia Fiordina Ginestra Ildegonda'),
    male: words('Arsenello Baldovio Cirillone Donatino Evaristo Fulgino Gasparello Lodovino'),
    before: [
      [60, ''],
      [15, 'Di '],
      [10, 'Della '],
      [8, 'De '],
      [7, 'D’'],
    ],
    stems: words('Invent Provat Esemp Finz Ipotet Sint Modell Suppon Fantas Provvis Nessun'),
    endings: words('ati elli ini ioni ici etis oni asini ori ucci'),
  },
  ROMA: {
    female: words('Luludia Romalia Paprikela Zorenka Mirelda'),
    male: words('Lachiko Patrinel Vadomaro Stevorel Bahtalo'),
    before: [[1, '']],
    stems: words('Paramich Drom Lovar Gitan Kirvel Sulum'),
    endings: words('escu ović engro iu i'),
  },
  BALKAN: {
    female: words('Jasnomira Ljubovica Zorislava Snežilda Mirjanela'),
    male: words('Dragomislav Zlatovor Nebojan Živomir Hrvojin'),
    before: [[1, '']],
    stems: words('Izmišljen Prič Pokaz Nestvar Zamišl Bajk'),
    endings: words('ović ević ić ković anović'),
  },
} as const satisfies Readonly<Record<string, NameShape>>;

export type NameShapeName = keyof typeof NAME_SHAPES;

/** How many women there are; invented. */
export const SHARE_OF_WOMEN = 0.2;
/** How a family name is put together; invented. */
export const FAMILY_NAMES: Weighted<'ONE' | 'DOUBLE' | 'MARRIED'> = [
  [85, 'ONE'],
  [8, 'DOUBLE'],
  [7, 'MARRIED'],
];
/** In one record of fifty, given and family name stand in each other’s place. */
export const SHARE_SWAPPED = 0.02;
/** Of one person in twenty-five, only the year of birth is known: recorded as the first of January. */
export const SHARE_YEAR_ONLY = 0.04;

export function inventIdentity(
  random: Synthetic,
  shapes: Weighted<NameShapeName>,
  anchor: string,
  ages: { readonly from: number; readonly to: number },
): InventedIdentity {
  const shape: NameShape = NAME_SHAPES[drawFrom(random, shapes)];
  const sex = random.chance(SHARE_OF_WOMEN) ? 'FEMALE' : 'MALE';
  const age = random.integer(ages.from, ages.to);
  const born = monthsAfter(dateBefore(anchor, random.integer(5, 360)), -12 * age);
  const givenName = random.pick(sex === 'FEMALE' ? shape.female : shape.male);
  const familyName = inventFamilyName(random, shape);
  const swapped = random.chance(SHARE_SWAPPED);
  return {
    givenName: swapped ? familyName : givenName,
    familyName: swapped ? givenName : familyName,
    sex,
    birthDate: random.chance(SHARE_YEAR_ONLY) && age > 18 ? yearOnly(born) : born,
  };
}

function inventFamilyName(random: Synthetic, shape: NameShape): string {
  const one = (): string => drawFrom(random, shape.before) + random.pick(shape.stems) + random.pick(shape.endings);
  const name = one();
  switch (drawFrom(random, FAMILY_NAMES)) {
    case 'ONE':
      return name;
    case 'DOUBLE':
      return `${name}-${one()}`;
    case 'MARRIED':
      return `${name} born ${one()}`;
  }
}

export function yearOnly(birthDate: string): string {
  return `${birthDate.slice(0, 4)}-01-01`;
}
