/** The provenance of what ERI itself recorded on a day. */
export function recordedByEri(day: string, basis: 'FACT' | 'ASSESSMENT' = 'FACT') {
  return { sourceSystem: 'ERI records', recordedBy: 'eri', recordedAt: new Date(`${day}T15:00:00Z`), basis };
}
