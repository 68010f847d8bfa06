import { openTypes, type PermissionMap } from '../../platform/permissions';

/** Whoever was shown the object was shown its picture. */
export const filePermissions: PermissionMap = openTypes('Image');
