import { plainWords } from './normalise-name';
import { skeletonOf } from './sound-key';

/** Names of one place in the languages of the partnerships and in its own, as they stand after transliteration. */
const PLACE_NAMES: readonly string[] = [
  'the hague|den haag|s gravenhage|sgravenhage|gravenhage|laja|aja|la haye|lahey',
  'rijswijk|ryswick',
  'turin|torino|turijn',
  'milan|milano|milaan',
  'rome|roma',
  'naples|napoli|napels',
  'florence|firenze',
  'genoa|genova|genua',
  'venice|venezia|venetie',
  'london|londen|londra|londres',
  'antwerp|antwerpen|anversa|anvers',
  'brussels|brussel|bruxelles',
  'cologne|koln|koeln|keulen|colonia',
  'istanbul|constantinople|constantinopel',
  'izmir|smyrna',
  'casablanca|dar el beida|dar al bayda|ad dar al bayda',
  'al hoceima|el hoceima|alhucemas',
  'tangier|tanger|tangeri|tanja',
  'fes|fez|fas',
  'cairo|al qahira|el qahira|caire|il cairo',
  'algiers|alger|algeri|algiers|al jazair',
  'damascus|damas|damasco|dimashq',
  'mogadishu|mogadiscio|muqdisho|mogadisjoe',
  'belgrade|beograd|belgrado',
  'skopje|uskup|skoplje',
  'bucharest|bucuresti|boekarest|bucarest',
  'warsaw|warszawa|warschau|varsavia',
  'lisbon|lisboa|lissabon|lisbona',
  'vienna|wien|wenen',
  'paramaribo|par bo',
];

const FIRST_NAME_OF = new Map(
  PLACE_NAMES.flatMap((names) => {
    const [first = '', ...others] = names.split('|');
    return [first, ...others].map((name) => [name, first] as const);
  }),
);

/** A place by one name in plain letters, without the country or region behind it; undefined where none is on record. */
export function normalisePlace(text: string | null): string | undefined {
  const words = plainWords((text ?? '').replace(/[,(/].*$/, '')).join(' ');
  if (words === '') return undefined;
  return FIRST_NAME_OF.get(words) ?? words;
}

/** How a place sounds, as one word. */
export function placeSkeletonOf(text: string | null): string | undefined {
  const place = normalisePlace(text);
  return place === undefined ? undefined : skeletonOf(place.replaceAll(' ', ''));
}
