export default async function stopHubs(): Promise<void> {
  await Promise.all((globalThis.concordatTestHubs ?? []).map((hub) => hub.stop()));
}
