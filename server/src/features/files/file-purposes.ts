import { isTeam, type Viewer } from '../../platform/viewer';
import type { FilePurpose } from './file.entity';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';

export interface PurposeRules {
  maxBytes: number;
  types: readonly PictureType[];
  /** The widths in pixels that are kept, where the picture is as wide. */
  widths: readonly number[];
  /** Of the WebP that is kept. */
  quality: number;
  /** The most bytes that one width may have. */
  maxKept?: number;
  mayUpload(viewer: Viewer): boolean;
}

export const megabyte = 1024 * 1024;
const photos = ['image/png', 'image/jpeg', 'image/webp'] as const;
const isOwner = ({ roles }: Viewer) => roles.has('OWNER');
const isAnybodyHere = ({ roles }: Viewer) => roles.size > 0;

export const purposes: Record<FilePurpose, PurposeRules> = {
  COMPANY_LOGO: {
    maxBytes: 5 * megabyte,
    types: [...photos, 'image/svg+xml'],
    widths: [160, 320, 640, 1200],
    quality: 92,
    mayUpload: isOwner,
  },
  LOGIN_IMAGE: {
    maxBytes: 10 * megabyte,
    types: photos,
    widths: [640, 1280, 1920, 2560],
    quality: 82,
    maxKept: 400_000,
    mayUpload: isOwner,
  },
  PROJECT_IMAGE: {
    maxBytes: 10 * megabyte,
    types: photos,
    widths: [160, 480, 960, 1920],
    quality: 82,
    mayUpload: isTeam,
  },
  PROFILE_PICTURE: {
    maxBytes: 10 * megabyte,
    types: photos,
    widths: [96, 256, 640],
    quality: 82,
    mayUpload: isAnybodyHere,
  },
  UNIT_PLAN: {
    maxBytes: 10 * megabyte,
    types: photos,
    widths: [480, 960, 1920, 3840],
    quality: 90,
    mayUpload: isTeam,
  },
};
