import { type DataCategory, EXISTENCE_SENSITIVE } from '../../../../schema/categories';
import type { OwnerCatalogue } from '../../disclosure/owner-catalogue';

/** Which coordinates of an entry may stand beside the id of the person whom they concern. */
export interface NamingCoordinates {
  /** Values of records: that one was disclosed says no more than that there is something to be known. */
  readonly namable: readonly string[];
  /** What leads to records, and their keys: it hides nobody, and names nobody by itself. */
  readonly neutral: readonly string[];
}

/**
 * By the owner's own graph. Whatever is on neither list hides everybody in its request: what tells of a category that
 * is sensitive in its mere existence, what is answered for any id whether anybody has it or not, and what no field is
 * called any more.
 */
export function namingCoordinates({ recordTypes, permissionMap }: OwnerCatalogue): NamingCoordinates {
  const isTellable = (category: DataCategory | undefined): boolean =>
    category !== undefined && !EXISTENCE_SENSITIVE.has(category) && category !== 'AUDIT' && category !== 'GOVERNANCE';
  const tellable = [...permissionMap.fields.values()].filter(({ coordinate, category }) =>
    [category, ...(permissionMap.requires.get(coordinate) ?? []).map(categoryIn(permissionMap))].every(isTellable),
  );
  const isOfRecord = (coordinate: string): boolean => recordTypes.has(coordinate.split('.')[0] ?? '');
  const keys = [...recordTypes.values()].filter(({ discloses }) => isTellable(discloses.split('/')[0] as DataCategory));
  return {
    namable: tellable.map(({ coordinate }) => coordinate).filter(isOfRecord),
    neutral: [
      ...tellable.map(({ coordinate }) => coordinate).filter((coordinate) => /^(Query|Person)\./.test(coordinate)),
      ...keys.map(({ name }) => `${name}.id`),
    ],
  };
}

/** The category that a coordinate of an entry discloses: a field's own, and of a key that of its record. */
export function categoryToldBy({ recordTypes, permissionMap }: OwnerCatalogue, coordinate: string): string | null {
  const field = permissionMap.fields.get(coordinate);
  if (field !== undefined) return field.category;
  const [typeName = '', name] = coordinate.split('.');
  return name === 'id' ? (recordTypes.get(typeName)?.discloses.split('/')[0] ?? null) : null;
}

const categoryIn =
  ({ fields }: OwnerCatalogue['permissionMap']) =>
  (coordinate: string): DataCategory | undefined =>
    fields.get(coordinate)?.category;
