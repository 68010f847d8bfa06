import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '../../ui/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Sheet } from '../../ui/Sheet';
import classes from './HomePlan.module.css';

const STEPS = [1, 1.5, 2, 3, 4];

/** The plan as large as the screen, and larger: buttons, + and -, a double press; fingers pan and pinch. */
export function PlanViewer({ src, onClose }: { src: string; onClose: () => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const [step, setStep] = useState(0);
  const ground = useRef<HTMLDivElement>(null);
  const scale = STEPS[step] ?? 1;
  const by = (change: number) => setStep((now) => Math.min(STEPS.length - 1, Math.max(0, now + change)));

  useEffect(() => {
    // What was in the middle stays there.
    const box = ground.current;
    if (!box) return;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
    box.scrollTop = (box.scrollHeight - box.clientHeight) / 2;
  }, [scale]);

  const tools = (
    <div className={classes.tools}>
      <ActionIcon aria-label={t('plan.zoomOut')} disabled={step === 0} onClick={() => by(-1)}>
        <IconMinus size={20} />
      </ActionIcon>
      <output className={classes.scale}>{Math.round(scale * 100)} %</output>
      <ActionIcon aria-label={t('plan.zoomIn')} disabled={step === STEPS.length - 1} onClick={() => by(1)}>
        <IconPlus size={20} />
      </ActionIcon>
      <ActionIcon aria-label={t('common:actions.close')} onClick={onClose} data-autofocus>
        <IconX size={20} />
      </ActionIcon>
    </div>
  );
  return (
    <Sheet wide title={t('plan.title')} onClose={onClose} aside={tools}>
      {/* A keyboard scrolls it by the arrow keys, so it takes the focus. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={ground}
        className={classes.ground}
        tabIndex={0}
        role="group"
        aria-label={t('plan.alt')}
        onKeyDown={({ key }) => {
          if (key === '+' || key === '=') by(1);
          if (key === '-') by(-1);
          if (key === '0') setStep(0);
        }}
        onDoubleClick={() => setStep(step === 0 ? 2 : 0)}
      >
        <img src={src} alt={t('plan.alt')} style={{ width: `${scale * 100}%`, height: `${scale * 100}%` }} />
      </div>
    </Sheet>
  );
}
