// What the kernel counts of a process, from /proc: nothing in the process itself is measured by being slowed down.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU time that the threads of a process have used, in user and kernel mode, in milliseconds. From the scheduler's own
 * count in nanoseconds: the clock ticks of /proc/<pid>/stat are a fiftieth of what a round takes.
 */
export function cpuMilliseconds(pid: number): number {
  const tasks = `/proc/${String(pid)}/task`;
  const nanoseconds = readdirSync(tasks).reduce(
    (sum, thread) => sum + Number(readFileSync(`${tasks}/${thread}/schedstat`, 'utf8').split(' ')[0]),
    0,
  );
  return nanoseconds / 1e6;
}

/** Memory that is a process's own share (PSS), in megabytes; 0 for one that has ended. */
export function shareOfMemory(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The most memory that a process has had (its own pages and shared ones), in megabytes; 0 for one that has ended. */
export function peakOfMemory(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A process and everything that it started, directly or not. */
export function familyOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // It ended while it was looked at.
    }
  }
  const family: number[] = [];
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    family.push(next);
    waiting.push(...(children.get(next) ?? []));
  }
  return family;
}
