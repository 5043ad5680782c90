/** The provenance of an invented record: recorded that day at noon, UTC. */
export function recorded(
  by: string,
  day: string,
  basis: 'FACT' | 'ASSESSMENT' = 'FACT',
  sourceSystem = 'Safety House system',
): Readonly<Record<string, unknown>> {
  return {
    sourceSystem,
    sourceReference: `INVENTED/${day}`,
    recordedBy: by,
    recordedAt: `${day}T12:00:00Z`,
    basis,
    quality: basis === 'FACT' ? 'ROBUST' : 'PARTIAL',
  };
}
