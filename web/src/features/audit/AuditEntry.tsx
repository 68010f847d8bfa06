import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './audit.module.css';
import { ObjectName, Sentence } from './Sentence';
import { useChangeWords } from './useChangeWords';

export const AuditEntry_event = graphql(`
  fragment AuditEntry_event on AuditEvent {
    id
    at
    action
    actorName
    onBehalfOfName
    objectType
    objectId
    objectName
    ip
    project {
      id
      name
    }
    changes {
      field
      before
      after
    }
  }
`);

/** One thing that somebody did: a sentence, what it changed, and where. */
export function AuditEntry({ event }: { event: FragmentType<typeof AuditEntry_event> }) {
  const { t } = useTranslation('audit');
  const f = useFormats();
  const wordsOf = useChangeWords();
  const data = useFragmentOf(AuditEntry_event, event);
  const { at, action, actorName, onBehalfOfName, objectType, objectId, objectName, project, changes, ip } =
    data;
  // Levels and spaces have their name in the entry itself: it outlives them.
  const recorded = changes.find(({ field }) => field === 'name');
  const name = objectName ?? recorded?.after ?? recorded?.before ?? null;
  const words = changes.flatMap((change) => wordsOf(action, change) ?? []);
  const elsewhere = project && project.id !== objectId ? project : null;
  return (
    <li className={classes.entry}>
      <time dateTime={at} title={f.dateTime(at)} className={classes.time}>
        {f.time(at)}
      </time>
      <div className={classes.words}>
        <p className={classes.sentence}>
          <Sentence
            action={action}
            actor={actorName ?? t('system')}
            object={<ObjectName type={objectType} id={objectId} name={name} />}
          />
          {onBehalfOfName && ` (${t('onBehalfOf', { name: onBehalfOfName })})`}
        </p>
        {words.length > 0 && (
          <ul className={classes.changes}>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        )}
        {(elsewhere || ip) && (
          <p className={classes.place}>
            {elsewhere && <Link to={`/console/projects/${elsewhere.id}`}>{elsewhere.name}</Link>}
            {ip && <span>{t('ip', { ip })}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
