import type { OpenOwnerServices, OwnerServices } from './owner-services';

/** Several services of one owner as one: opened and started in this order, closed all together. */
export function openTogether(...each: readonly OpenOwnerServices[]): OpenOwnerServices {
  return async (parts) => {
    const opened: OwnerServices[] = [];
    for (const open of each) opened.push(await open(parts));
    return {
      routes: opened.flatMap(({ routes }) => routes),
      forOperators: opened.flatMap(({ forOperators }) => forOperators ?? []),
      services: opened.flatMap(({ services }) => services),
      start: () => {
        for (const one of opened) one.start();
      },
      close: async () => {
        await Promise.all(opened.map((one) => one.close()));
      },
    };
  };
}
