import type { InventedIdentity } from '../../common/loading/invented-identity';
import type { Synthetic } from '../../common/loading/synthetic';

// Names that look invented: nobody is called so.
const GIVEN_NAMES = [
  'Abel', 'Bente', 'Ciske', 'Doutzen', 'Evert', 'Floor', 'Gijsbert', 'Hilde', 'Ilse', 'Joris', 'Keet', 'Lubbert',
  'Mirthe', 'Nout', 'Okke', 'Pleun', 'Quirijn', 'Roef', 'Sietske', 'Teun', 'Ulbe', 'Veerle', 'Wobbe', 'Yfke',
] as const; // prettier-ignore
const SURNAMES = [
  'Verzonnen', 'van Nergens', 'Voorbeeld', 'de Proef', 'Denkbeeldig', 'Schijnstra', 'van der Fabel', 'Nepveen',
  'Oefenaar', 'Fictema', 'van Zomaar', 'Bedachter', 'Papiermans', 'Testinga', 'Sprookjes', 'Zogenaamd',
] as const; // prettier-ignore
const STREETS = ['Verzonnenlaan', 'Nergenspad', 'Voorbeeldstraat', 'Proefweg', 'Fabelplein'] as const;

export interface InventedPerson {
  readonly givenName: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly birthPlace: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly address: string;
  readonly phone: string;
}

export function inventPerson(synthetic: Synthetic, municipality: string): InventedPerson {
  const givenName = synthetic.pick(GIVEN_NAMES);
  return {
    givenName,
    name: `${givenName} ${synthetic.pick(SURNAMES)}`,
    aliases: [`${givenName.slice(0, 2)}-${synthetic.pick(['Snel', 'Stil', 'Lang', 'Kort'])}`],
    birthPlace: synthetic.pick(['The Hague', 'Delft', 'Rotterdam', 'Paramaribo', 'Gouda']),
    sex: synthetic.chance(0.25) ? 'FEMALE' : 'MALE',
    address: `${synthetic.pick(STREETS)} ${String(synthetic.integer(1, 199))}, ${municipality}`,
    phone: `+31 6 0000 ${String(synthetic.integer(1000, 9999))}`,
  };
}

/** The same person under the name of an ordinary one, where it is one. */
export function named(person: InventedPerson, identity: InventedIdentity | undefined): InventedPerson {
  if (identity === undefined) return person;
  const { givenName, familyName, sex } = identity;
  return { ...person, givenName, name: `${givenName} ${familyName}`, sex };
}
