import { lazy } from 'react';
import { Later } from '../../ui/Later';
import classes from './HomePicture.module.css';

const HomeDrawing = lazy(async () => ({ default: (await import('./HomeDrawing')).HomeDrawing }));

export interface HomePictureProps {
  /** Addresses by width; null draws a calm picture instead. */
  image: { medium: string; large: string } | null;
  className?: string;
}

/** The project's picture. It decorates: what it shows is said in words beside it. */
export function HomePicture({ image, className }: HomePictureProps) {
  return (
    <div className={[classes.picture, className].filter(Boolean).join(' ')}>
      {image ? (
        <img
          src={image.medium}
          srcSet={`${image.medium} 960w, ${image.large} 1920w`}
          sizes="(min-width: 78rem) 72rem, 100vw"
          alt=""
          fetchPriority="high"
        />
      ) : (
        <Later>
          <HomeDrawing />
        </Later>
      )}
    </div>
  );
}
