import { useComputedColorScheme } from '@mantine/core';
import { IconHome, IconInfoCircle } from '../../ui/icons';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { type Brand, fonts, variablesOf } from '../../ui/brand';
import classes from './BrandPreview.module.css';

export interface BrandPreviewProps {
  name: string;
  logoUrl: string | null;
  imageUrl: string | null;
  brand: Brand;
}

/** The login page, the portal and a mail in miniature, in colours that are not saved yet. */
export function BrandPreview({ name, logoUrl, imageUrl, brand }: BrandPreviewProps) {
  const { t } = useTranslation('settings');
  const scheme = useComputedColorScheme('light');
  const { text, headings } = fonts[brand.font];
  const variables = variablesOf(brand);
  const font = { fontFamily: text, '--preview-headings': headings };
  const sign = logoUrl ? <img className={classes.logo} src={logoUrl} alt="" /> : <strong>{name}</strong>;
  return (
    <div className={classes.preview} role="img" aria-label={t('preview.title')}>
      <div aria-hidden className={classes.sheets}>
        <Miniature title={t('preview.login')} style={{ ...variables[scheme], ...font }}>
          <div className={classes.login}>
            <div className={classes.door}>
              {sign}
              <span className={classes.heading}>{t('preview.signIn')}</span>
              <span className={classes.line} />
              <span className={classes.button}>{t('preview.button')}</span>
            </div>
            {imageUrl ? (
              <img className={classes.picture} src={imageUrl} alt="" />
            ) : (
              <div className={classes.ground} />
            )}
          </div>
        </Miniature>
        <Miniature title={t('preview.portal')} style={{ ...variables[scheme], ...font }}>
          <div className={classes.head}>
            {sign}
            <span className={classes.current}>
              <IconHome size={14} /> {t('preview.home')}
            </span>
            <span className={classes.other}>
              <IconInfoCircle size={14} /> {t('preview.information')}
            </span>
          </div>
        </Miniature>
        <Miniature title={t('preview.mail')} style={{ ...variables.light, ...font }}>
          <div className={classes.mail}>
            {sign}
            <span>{t('preview.mailText')}</span>
            <span className={classes.button} style={{ background: brand.accent, color: '#ffffff' }}>
              {t('preview.mailButton')}
            </span>
          </div>
        </Miniature>
      </div>
    </div>
  );
}

function Miniature({ title, style, children }: { title: string; style: object; children: ReactNode }) {
  return (
    <figure className={classes.miniature}>
      <figcaption className={classes.caption}>{title}</figcaption>
      <div className={classes.sheet} style={style as CSSProperties}>
        {children}
      </div>
    </figure>
  );
}
