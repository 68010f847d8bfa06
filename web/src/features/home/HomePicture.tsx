import classes from './HomePicture.module.css';

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
        <Drawing />
      )}
    </div>
  );
}

/** A house at dusk in the company's colours. */
function Drawing() {
  return (
    <svg className={classes.drawing} viewBox="0 0 800 500" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <circle className={classes.moon} cx="620" cy="110" r="46" />
      <path className={classes.hill} d="M0 400 Q220 330 430 385 T800 360 V500 H0z" />
      <g className={classes.house}>
        <path d="M270 420V262l130-92 130 92v158z" />
        <path d="M560 420V310h110v110z" />
      </g>
      <g className={classes.window}>
        <path d="M310 290h48v56h-48zM442 290h48v56h-48zM376 340h48v80h-48zM592 340h46v34h-46z" />
      </g>
      <path className={classes.ground} d="M0 436 Q400 400 800 430 V500 H0z" />
    </svg>
  );
}
