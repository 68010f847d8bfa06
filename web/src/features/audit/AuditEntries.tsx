import type { FragmentType } from '@apollo/client/masking';
import { Title } from '@mantine/core';
import { useFormats } from '../../platform/formats';
import { AuditEntry, type AuditEntry_event } from './AuditEntry';
import classes from './audit.module.css';

type Event = FragmentType<typeof AuditEntry_event> & { id: string; at: string };

/** The entries of the log, newest first, under the day they belong to. */
export function AuditEntries({ events }: { events: readonly Event[] }) {
  const f = useFormats();
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const day = f.date(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <div className={classes.days}>
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={day} className={classes.day}>
          <Title order={2} size="h4" className={classes.date}>
            {day}
          </Title>
          <ol className={classes.entries}>
            {entries.map((event) => (
              <AuditEntry key={event.id} event={event} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
