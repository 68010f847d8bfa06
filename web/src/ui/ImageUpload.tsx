import { Button, Progress } from '@mantine/core';
import { IconCamera, IconPhotoPlus, IconTrash } from './icons';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from '../platform/i18n';
import classes from './ImageUpload.module.css';
import { type Upload, useImageUpload } from './useImageUpload';

export interface ImageUploadProps {
  label: string;
  /** Address of the present picture, or null. */
  url: string | null;
  alt?: string;
  /** Sends the file, keeps the result, and rejects with the refusals. */
  onUpload: Upload;
  onRemove?: () => void | Promise<unknown>;
  /** Size and types in words, for example `t('upload.advice', …)`. */
  advice: string;
  mimeTypes?: readonly string[];
  maxBytes?: number;
  /** Which camera of a phone takes it. */
  camera?: 'user' | 'environment';
  /** Cut to a circle, as faces are shown. */
  round?: boolean;
  disabled?: boolean;
}

const pictures = ['image/png', 'image/jpeg', 'image/webp'];

/** Drop, choose or photograph one picture; shows it at once, its progress, and what was wrong with it. */
export function ImageUpload(props: ImageUploadProps) {
  const { label, url, alt = '', onRemove, advice, mimeTypes = pictures, round, disabled } = props;
  const { t } = useTranslation();
  const { preview, progress, error, start, remove } = useImageUpload({ ...props, mimeTypes });
  const [over, setOver] = useState(false);
  const labelId = useId();
  const adviceId = useId();
  const busy = progress !== null;
  const shown = preview ?? url;

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) void start(file);
  };
  return (
    <div className={classes.field} role="group" aria-labelledby={labelId} aria-describedby={adviceId}>
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      <div
        className={over ? `${classes.zone} ${classes.over}` : classes.zone}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {shown && (
          <img
            className={round ? `${classes.picture} ${classes.round}` : classes.picture}
            src={shown}
            alt={alt}
          />
        )}
        {busy && (
          <Progress
            className={classes.progress}
            value={progress * 100}
            aria-label={t('upload.progress', { percent: Math.round(progress * 100) })}
          />
        )}
        <div className={classes.buttons}>
          <PickButton accept={mimeTypes.join(',')} disabled={disabled || busy} onPick={start}>
            {shown ? t('upload.replace') : t('upload.choose')}
          </PickButton>
          <PickButton
            accept="image/*"
            camera={props.camera ?? 'environment'}
            disabled={disabled || busy}
            onPick={start}
          >
            {t('upload.camera')}
          </PickButton>
          {url && onRemove && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={18} />}
              disabled={disabled || busy}
              onClick={() => void remove()}
            >
              {t('actions.remove')}
            </Button>
          )}
        </div>
        {!shown && <span className={`${classes.advice} ${classes.drop}`}>{t('upload.drop')}</span>}
      </div>
      <p id={adviceId} className={classes.advice}>
        {advice}
      </p>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface PickButtonProps {
  accept: string;
  camera?: 'user' | 'environment';
  disabled?: boolean;
  onPick: (file: File) => Promise<void>;
  children: string;
}

function PickButton({ accept, camera, disabled, onPick, children }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const Icon = camera ? IconCamera : IconPhotoPlus;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept={accept}
        capture={camera}
        aria-label={children}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void onPick(file);
          // The same file may be chosen again after a refusal.
          currentTarget.value = '';
        }}
      />
      <Button
        className={camera ? classes.camera : undefined}
        variant="default"
        leftSection={<Icon size={18} />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}
