/** Runs a command of the terminal: its faults are lines on standard error, and its exit code is 1. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isFault = error instanceof Error && 'faults' in error;
    process.stderr.write(`${error instanceof Error ? (isFault ? error.message : error.stack) : String(error)}\n`);
    process.exitCode = 1;
  }
}
