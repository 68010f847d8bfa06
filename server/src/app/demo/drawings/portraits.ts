import { circle, drawing, ellipse, glow, group, line, path, rect, times, type Drawing } from './shapes';

interface Face {
  ground: string;
  skin: string;
  /** The same skin where no light falls. */
  shadow: string;
  lips: string;
  hair: string;
  /** Where light falls on the hair. */
  shine: string;
  clothes: string;
  /** Drawn behind the head, and before it. */
  behind?: string;
  before: string;
  collar: string;
  ears?: boolean;
  brows?: string;
}

const shoulders = 'M70 640 C72 540 120 486 212 466 L268 440 H372 L428 466 C520 486 568 540 570 640Z';

function portrait(face: Face): Drawing {
  const {
    ground,
    skin,
    shadow,
    lips,
    hair,
    clothes,
    behind = '',
    before,
    collar,
    ears = true,
    brows = hair,
  } = face;
  return drawing(
    640,
    640,
    `<defs>${glow('light', [
      [0, '#ffffff', 0.5],
      [1, '#ffffff', 0],
    ])}<clipPath id="head"><path d="${head}"/></clipPath></defs>`,
    rect([0, 0, 640, 640], ground),
    circle(430, 190, 420, 'url(#light)'),
    behind,
    path(shoulders, clothes),
    collar,
    // Neck and the shadow of the chin.
    path('M262 372 V452 C262 486 290 508 320 508 C350 508 378 486 378 452 V372Z', skin),
    path('M262 392 C282 428 352 430 378 398 V430 C350 462 288 458 262 424Z', shadow),
    ears ? ellipse([219, 284, 19, 29], shadow) + ellipse([421, 284, 19, 29], skin) : '',
    path(head, skin),
    group(
      'clip-path="url(#head)"',
      path('M200 120 H262 C236 210 240 330 300 420 H200Z', shadow, 'opacity=".55"'),
    ),
    ellipse([262, 330, 24, 15], lips, 'opacity=".22"'),
    ellipse([382, 330, 24, 15], lips, 'opacity=".22"'),
    // Eyes, brows, nose and a smile.
    ellipse([279, 282, 8.5, 10.5], '#2b2320'),
    ellipse([365, 282, 8.5, 10.5], '#2b2320'),
    circle(282, 278, 2.6, '#ffffff'),
    circle(368, 278, 2.6, '#ffffff'),
    line('M258 254 Q277 240 298 250 M346 250 Q367 240 386 254', brows, 7),
    line('M322 288 Q332 320 318 326', shadow, 6),
    path('M284 350 Q322 366 360 350 Q350 388 322 388 Q294 388 284 350Z', '#ffffff'),
    line('M282 349 Q322 366 362 349', lips, 6),
    line('M296 379 Q322 398 348 379', lips, 7),
    before,
  );
}

const head =
  'M222 250 C222 172 262 132 320 132 C378 132 418 172 418 250 C418 342 388 428 320 428 C252 428 222 342 222 250Z';

/** A crew neck, a shirt or a blazer below the chin. */
const crew = (colour: string) => line('M250 452 C262 512 378 512 390 452', colour, 16);
const blazer = (colour: string, under: string) =>
  path('M258 446 L320 640 L382 446Z', under) +
  path(
    'M250 450 L200 474 L226 560 L206 574 L300 640 H320Z M390 450 L440 474 L414 560 L434 574 L340 640 H320Z',
    colour,
  );

const longWaves = (hair: string, shine: string) => ({
  behind: path(
    'M320 84 C430 80 470 160 462 262 C458 330 492 380 474 456 C462 510 420 520 400 500 H240 C220 520 178 510 166 456 C148 380 182 330 178 262 C170 160 210 80 320 84Z',
    hair,
  ),
  before:
    path(
      'M320 84 C430 80 470 160 462 262 C460 300 468 330 474 360 C440 350 424 310 420 262 C416 218 392 190 362 172 C330 214 268 226 226 232 C220 280 206 340 168 372 C176 334 180 300 178 262 C170 160 210 80 320 84Z',
      hair,
    ) + line('M356 124 C300 168 250 176 210 190 M400 150 C436 190 440 240 444 290', shine, 9, 'opacity=".7"'),
});

const bob = (hair: string, shine: string) => ({
  behind: path(
    'M320 96 C424 92 462 168 458 258 C456 320 462 352 448 392 C420 412 388 396 380 380 H260 C252 396 220 412 192 392 C178 352 184 320 182 258 C178 168 216 92 320 96Z',
    hair,
  ),
  before:
    path(
      'M320 96 C424 92 462 168 458 258 C456 320 462 352 448 392 C430 404 414 398 404 390 C420 350 424 300 418 252 C410 206 378 186 300 182 C262 190 236 212 224 252 C218 300 220 350 236 390 C226 398 210 404 192 392 C178 352 184 320 182 258 C178 168 216 92 320 96Z',
      hair,
    ) + line('M396 142 C432 176 438 220 438 280 M252 150 C222 170 208 204 204 240', shine, 9, 'opacity=".6"'),
});

const fringe = (hair: string) =>
  path(
    'M224 262 C226 190 270 168 320 168 C372 168 414 190 416 262 C404 236 392 226 372 222 C330 230 290 230 262 224 C244 230 234 240 224 262Z',
    hair,
  );

const cropped = (hair: string, beard: string) => ({
  before:
    path(
      'M216 266 C204 176 236 104 320 104 C404 104 436 176 424 266 C416 262 414 236 408 214 C392 186 360 176 320 176 C280 176 248 186 232 214 C226 236 224 262 216 266Z',
      hair,
    ) +
    path(
      'M222 288 C226 366 256 432 320 432 C384 432 414 366 418 288 C410 318 400 334 384 344 C360 330 282 330 258 344 C240 334 230 318 222 288Z M284 352 Q322 366 360 352 Q352 392 322 392 Q292 392 284 352Z',
      beard,
      'fill-rule="evenodd"',
    ),
});

function curls(hair: string, shine: string) {
  const spots = times(15, (index) => {
    const turn = Math.PI * (0.86 + (index / 14) * 1.28);
    return { x: Math.round(320 + Math.cos(turn) * 132), y: Math.round(252 + Math.sin(turn) * 148) };
  });
  return {
    behind:
      path('M190 420 C150 330 150 120 320 110 C490 120 490 330 450 420 C420 450 220 450 190 420Z', hair) +
      spots.map(({ x, y }) => circle(x, y, 52, hair)).join('') +
      [188, 452].map((x) => circle(x, 368, 50, hair) + circle(x, 424, 40, hair)).join(''),
    before:
      path(
        'M222 262 C196 160 236 104 320 104 C404 104 444 160 418 262 C404 238 398 222 380 214 C356 226 336 206 318 214 C298 226 276 212 258 220 C240 228 232 242 222 262Z',
        hair,
      ) +
      spots
        .slice(2, 13)
        .map(({ x, y }) => line(`M${x - 16} ${y + 6} q10 -22 30 -10`, shine, 6, 'opacity=".55"'))
        .join(''),
  };
}

const knot = (hair: string, shine: string) => ({
  behind:
    circle(338, 76, 62, hair) +
    line('M300 70 q30 -34 70 -14 M304 96 q34 -30 78 -8', shine, 6, 'opacity=".5"') +
    path('M204 300 C190 180 230 104 320 104 C410 104 450 180 436 300Z', hair),
  before:
    path(
      'M214 286 C200 178 240 108 320 108 C400 108 440 178 426 286 C420 230 396 186 330 170 C268 182 226 226 214 286Z',
      hair,
    ) +
    line(
      'M322 124 C276 138 244 170 230 214 M340 124 C384 138 404 170 414 210 M330 132 V164',
      shine,
      5,
      'opacity=".45"',
    ) +
    [214, 428].map((x) => circle(x, 330, 8, '#e9c27a')).join(''),
});

const glasses = `<g fill="none" stroke="#34424a" stroke-width="6"><circle cx="276" cy="284" r="33"/><circle cx="368" cy="284" r="33"/><path d="M309 280 Q322 272 335 280 M243 278 L222 272 M401 278 L420 272"/></g>`;

const warm = { skin: '#f0c5a3', shadow: '#dda683', lips: '#b9574a' };
const rosy = { skin: '#f3cdb2', shadow: '#e0ac90', lips: '#c06457' };
const olive = { skin: '#c98f68', shadow: '#ac724e', lips: '#8f4338' };
const brown = { skin: '#8a5a40', shadow: '#6f4430', lips: '#5a2c26' };
const deep = { skin: '#744833', shadow: '#5b3526', lips: '#4a211d' };
const sand = { skin: '#e6bb8f', shadow: '#cf9d71', lips: '#ab5248' };

const hairs = {
  copper: ['#a9552f', '#d48a57'],
  silver: ['#a9aaa8', '#d6d6d2'],
  black: ['#231d1f', '#4d4246'],
  espresso: ['#3a2722', '#6b4a3d'],
} as const;

export const portraits = {
  copper: portrait({
    ...rosy,
    ground: '#cfdedb',
    hair: hairs.copper[0],
    shine: hairs.copper[1],
    clothes: '#1f5363',
    collar: blazer('#1f5363', '#f4ece0'),
    ears: false,
    ...longWaves(...hairs.copper),
  }),
  silver: (() => {
    const { behind, before } = bob(...hairs.silver);
    return portrait({
      ...warm,
      ground: '#ecd3bb',
      hair: hairs.silver[0],
      shine: hairs.silver[1],
      clothes: '#3a4a50',
      collar: crew('#2c3a3f'),
      behind,
      before: before + glasses,
      brows: '#8d8d8a',
    });
  })(),
  bearded: portrait({
    ...brown,
    ground: '#e9c9a8',
    hair: hairs.black[0],
    shine: hairs.black[1],
    clothes: '#c77f56',
    collar: crew('#f4ece0'),
    ...cropped('#231d1f', '#2a2122'),
  }),
  curly: portrait({
    ...olive,
    ground: '#c9d8cf',
    hair: hairs.espresso[0],
    shine: hairs.espresso[1],
    clothes: '#d9a441',
    collar: crew('#bf8a2c'),
    ...curls(...hairs.espresso),
  }),
  fringed: (() => {
    const { behind, before } = bob(...hairs.black);
    return portrait({
      ...sand,
      ground: '#f0d9c4',
      hair: hairs.black[0],
      shine: hairs.black[1],
      clothes: '#6f8f86',
      collar: crew('#587770'),
      behind,
      before: before + fringe(hairs.black[0]),
    });
  })(),
  knotted: portrait({
    ...deep,
    ground: '#d5dccb',
    hair: hairs.black[0],
    shine: hairs.black[1],
    clothes: '#9c4a3c',
    collar: blazer('#9c4a3c', '#f2e3cf'),
    ...knot(...hairs.black),
  }),
};

export type PortraitName = keyof typeof portraits;
