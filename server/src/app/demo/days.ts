const oneDay = 24 * 3600 * 1000;

const isWeekend = (date: Date) => date.getUTCDay() % 6 === 0;

/** Working days counted from the day on which the demo is filled: in front of it, or behind it. */
export class Days {
  constructor(private readonly today: Date) {}

  /** A moment in working hours, at least a day ago. */
  ago(days: number, hour: number): string {
    const date = new Date(this.today.getTime() - days * oneDay);
    while (isWeekend(date)) date.setTime(date.getTime() - oneDay);
    date.setUTCHours(hour, (days * 7) % 60, 0, 0);
    return date.toISOString();
  }

  /** A day of the calendar; negative days have gone by. */
  on(days: number): string {
    const date = new Date(this.today.getTime() + days * oneDay);
    while (isWeekend(date)) date.setTime(date.getTime() + Math.sign(days || 1) * oneDay);
    return dayOf(date);
  }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

export function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayOf(date);
}
