import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconHome, IconInfoCircle, IconListCheck, IconUserCircle } from '../../ui/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useSession } from '../../platform/session';
import { Sheet } from '../../ui/Sheet';
import classes from './Tour.module.css';

const FinishTour = graphql(`
  mutation FinishTour {
    finishTour {
      viewer {
        id
        tourFinished
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const steps = [
  { key: 'welcome', Icon: IconHome },
  { key: 'todo', Icon: IconListCheck },
  { key: 'information', Icon: IconInfoCircle },
  { key: 'profile', Icon: IconUserCircle },
] as const;

/** Four sentences at the first visit; skipped or walked through, it does not come back. */
export function Tour({ firstName }: { firstName: string }) {
  const { t } = useTranslation('portal');
  const { company } = useSession();
  const [finish] = useMutation(FinishTour);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(true);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (at > 0) words.current?.focus();
  }, [at]);
  const step = steps[at];
  if (!open || !step) return null;

  const end = () => {
    setOpen(false);
    // Without a connection she will be asked again at the next visit.
    finish().catch(() => undefined);
  };
  const last = at === steps.length - 1;
  const actions = (
    <>
      {at > 0 && (
        <Button variant="default" onClick={() => setAt(at - 1)}>
          {t('tour.back')}
        </Button>
      )}
      <Button onClick={last ? end : () => setAt(at + 1)} data-autofocus>
        {last ? t('tour.finish') : t('tour.next')}
      </Button>
    </>
  );
  const skip = !last && (
    <Button variant="subtle" color="gray" onClick={end}>
      {t('tour.skip')}
    </Button>
  );
  return (
    <Sheet
      title={t(`tour.${step.key}.title`, { name: firstName })}
      onClose={end}
      aside={skip}
      actions={actions}
    >
      <div className={classes.step}>
        <div className={classes.icon} aria-hidden>
          <step.Icon size={34} strokeWidth={1.6} />
        </div>
        <p ref={words} tabIndex={-1} className={classes.words}>
          {t(`tour.${step.key}.text`, { company: company.name })}
        </p>
        <p className={classes.count}>{t('tour.step', { step: at + 1, steps: steps.length })}</p>
      </div>
    </Sheet>
  );
}
