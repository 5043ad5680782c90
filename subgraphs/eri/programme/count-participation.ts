/** One meeting of a run for one participant; `attended` is null before the meeting and where nobody recorded it. */
export interface Meeting {
  readonly heldOn: string | null;
  readonly attended: boolean | null;
}

export interface CountedParticipation {
  readonly meetingsRecorded: number;
  readonly meetingsAttended: number;
  /** Between 0 and 1; null while there is no meeting to divide by. */
  readonly rate: number | null;
  /** Null while a meeting is still to come or to be recorded and none was missed. */
  readonly fullParticipation: boolean | null;
}

/** Success by the Italian definition (DOMAIN.md A.5): full participation, an attendance rate of 1 over all meetings. */
export function countParticipation(meetings: readonly Meeting[], today: string): CountedParticipation {
  const recorded = meetings.filter(({ heldOn, attended }) => attended !== null && heldOn !== null && heldOn <= today);
  const attended = recorded.filter((meeting) => meeting.attended === true).length;
  const missed = recorded.length - attended;
  const isOver = meetings.length > 0 && recorded.length === meetings.length;
  return {
    meetingsRecorded: recorded.length,
    meetingsAttended: attended,
    rate: recorded.length === 0 ? null : attended / recorded.length,
    fullParticipation: missed > 0 ? false : isOver ? true : null,
  };
}
