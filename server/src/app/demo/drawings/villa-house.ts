import { bricks } from './facade';
import { at, circle, ellipse, line, n, path, rect, times, type Box } from './shapes';

function pane([x, y, width, height]: Box, panels: number, ...behind: string[]): string {
  const posts = times(panels - 1, (index) =>
    rect([n(x + (width / panels) * (index + 1) - 2), y, 4, height], '#2e3a3d'),
  );
  return [
    rect([x - 5, y - 5, width + 10, height + 10], '#2e3a3d'),
    rect([x, y, width, height], 'url(#inside)'),
    ...behind,
    rect([x, y, width, height], 'url(#glass)', 'opacity=".42"'),
    path(
      `M${x} ${n(y + height * 0.7)} L${n(x + width * 0.45)} ${y} H${n(x + width * 0.62)} L${x} ${n(y + height * 0.96)}Z`,
      '#ffffff',
      'opacity=".2"',
    ),
    ...posts,
  ].join('');
}

const diningRoom = [
  line('M760 560 V604', '#5a4636', 2.5),
  path('M738 622 Q740 602 760 602 Q780 602 782 622Z', '#5f7f78'),
  rect([690, 700, 150, 7], '#8d6242'),
  line('M702 706 V790 M828 706 V790', '#8d6242', 6),
  path(
    'M668 790 V690 M668 740 H696 V790 M862 790 V690 M862 740 H834 V790',
    'none',
    'stroke="#5d4433" stroke-width="5"',
  ),
  path('M756 700 L752 676 H776 L772 700Z', '#e9e2d2'),
  path(
    'M764 678 C750 668 746 650 750 640 C760 646 764 660 764 678 C764 658 772 644 782 642 C784 656 776 670 764 678Z',
    '#6e8a62',
  ),
].join('');

const sofa = [
  path('M930 790 V726 Q930 714 942 714 H1066 Q1078 714 1078 726 V790Z', '#7f9a92'),
  rect([914, 742, 24, 48], '#6c877f', 'rx="8"'),
  rect([1070, 742, 24, 48], '#6c877f', 'rx="8"'),
  rect([950, 734, 44, 32], '#e3b98d', 'rx="6"'),
  rect([956, 586, 72, 54], '#f7efdd'),
  path('M956 640 L980 612 L996 628 L1010 606 L1028 640Z', '#a9b79a'),
].join('');

/** The house among its lime trees. */
export const house = [
  // The long brick volume under its roof; the gable stands forward.
  rect([640, 548, 720, 252], 'url(#wall)'),
  bricks([640, 548, 720, 252], '#b0937a', 5),
  path('M612 552 L706 380 H1320 L1396 552Z', 'url(#tiles)'),
  ...times(7, (index) =>
    line(
      `M${n(698 - index * 12)} ${n(394 + index * 22)} H${n(1326 + index * 9.6)}`,
      '#2f373a',
      1.6,
      'opacity=".5"',
    ),
  ),
  rect([604, 548, 800, 12], '#2e3a3d'),
  // Two windows in the roof, and the chimney.
  path('M806 424 H874 L884 496 H800Z', '#2e3a3d') + path('M811 429 H869 L878 491 H806Z', 'url(#glass)'),
  path('M926 424 H994 L1008 496 H924Z', '#2e3a3d') + path('M931 429 H989 L1002 491 H930Z', 'url(#glass)'),
  rect([1234, 316, 52, 96], '#a98d75'),
  rect([1228, 308, 64, 12], '#2e3a3d'),
  pane([660, 580, 210, 214], 3, diningRoom),
  pane([900, 580, 210, 214], 3, sofa),
  // The gable of timber, with the front door.
  path('M1130 800 V556 L1262 350 L1394 556 V800Z', 'url(#timber)'),
  line(
    times(
      14,
      (index) => `M${n(1146 + index * 18)} ${n(index < 7 ? 560 - index * 28 : 378 + (index - 7) * 27)} V800`,
    ).join(''),
    '#7d4f30',
    2,
    'opacity=".55"',
  ),
  path('M1112 566 L1262 332 L1412 566 L1396 574 L1262 362 L1128 574Z', '#2e3a3d'),
  pane([1206, 470, 112, 104], 2, line('M1262 470 V494', '#5a4636', 2) + circle(1262, 504, 11, '#fff6df')),
  rect([1176, 618, 84, 182], '#2f5b62'),
  line('M1190 640 H1246 M1190 668 H1246 M1190 696 H1246', '#4a7b81', 3),
  circle(1246, 718, 5, '#e9cf9c'),
  pane([1284, 618, 74, 120], 1),
  path('M1156 606 H1280 V596 H1156Z', '#2e3a3d'),
  // The carport.
  rect([1396, 640, 330, 16], '#2e3a3d'),
  rect([1396, 656, 330, 144], '#6f6a5d', 'opacity=".35"'),
  ...times(17, (index) => rect([1590 + index * 8, 656, 5, 144], '#9c6a44')),
  rect([1714, 656, 10, 144], '#2e3a3d'),
  rect([1470, 656, 8, 144], '#2e3a3d'),
].join('');

export const car = at(
  1412,
  800,
  1,
  ellipse([90, 2, 104, 7], '#33493f', 'opacity=".4"'),
  path(
    'M4 -14 C2 -36 14 -42 34 -46 C54 -70 66 -74 98 -74 C128 -74 142 -66 156 -46 C174 -44 182 -38 182 -14Z',
    '#c2744f',
  ),
  path('M44 -46 C58 -64 68 -66 92 -66 V-46Z M100 -66 C122 -66 134 -60 146 -46 H100Z', '#dfe8e4'),
  circle(44, -12, 17, '#2b3235'),
  circle(44, -12, 7.5, '#cfd2cc'),
  circle(144, -12, 17, '#2b3235'),
  circle(144, -12, 7.5, '#cfd2cc'),
  rect([174, -34, 8, 8], '#fff1cf', 'rx="3"'),
);
