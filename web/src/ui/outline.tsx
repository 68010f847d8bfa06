import type { SVGProps } from 'react';

interface IconProps extends SVGProps<SVGSVGElement> {
  /** In pixels; 24 where nothing is said. */
  size?: number;
}

/** An icon drawn in the colour of the text around it. It is never all that a control says, so readers skip it. */
export function outline(path: string) {
  return function Icon({ size = 24, ...props }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        {...props}
      >
        <path d={path} />
      </svg>
    );
  };
}
