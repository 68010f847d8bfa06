import classes from './HomePicture.module.css';

/** A house at dusk in the company's colours. */
export function HomeDrawing() {
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
