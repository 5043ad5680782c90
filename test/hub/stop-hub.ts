export default async function stopHub(): Promise<void> {
  await globalThis.concordatTestHub?.stop();
}
