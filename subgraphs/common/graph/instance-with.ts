/** An instance of a class of the graph that has these values: all of its fields, each of its type. */
export function instanceWith<T extends object>(type: new () => T, values: Pick<T, keyof T>): T {
  return Object.assign(new type(), values);
}
