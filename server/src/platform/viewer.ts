/** The roles of spec and schema; PORTAL_USER and INTEGRATION have no members yet. */
export type RoleName = 'OWNER' | 'ADMINISTRATOR' | 'CUSTOMER' | 'PARTNER' | 'PORTAL_USER' | 'INTEGRATION';

/** Who asks. While impersonating this is the person looked at, and `impersonation` says who really looks. */
export interface Viewer {
  identityId: string;
  name: string;
  sessionId: string;
  memberId: string | null;
  contactId: string | null;
  partnerCompanyId: string | null;
  roles: ReadonlySet<RoleName>;
  /** What is open to her as a buyer, now. */
  homes: readonly Home[];
  impersonation: ImpersonationOfViewer | null;
  /** Whether "last seen" is fresh enough to be left alone. */
  seenRecently: boolean;
}

/** A home, with all that is seen through it. */
export interface Home {
  unitId: string;
  projectId: string;
  /** From the project down to the unit. */
  levelIds: string[];
  /** The plan, and the picture of the project. */
  pictureIds: string[];
}

export interface ImpersonationOfViewer {
  id: string;
  actorIdentityId: string;
  actorMemberId: string;
  actorRole: 'OWNER' | 'ADMINISTRATOR';
  startedAt: string;
  expiresAt: string;
}

/** Who really looks, as he sees the company on his own; null for whoever is herself. */
export function actorBehind(viewer: Viewer): Viewer | null {
  const { impersonation } = viewer;
  return (
    impersonation && {
      ...viewer,
      identityId: impersonation.actorIdentityId,
      memberId: impersonation.actorMemberId,
      contactId: null,
      partnerCompanyId: null,
      roles: new Set([impersonation.actorRole]),
      homes: [],
      impersonation: null,
    }
  );
}

export const isTeam = (viewer: Viewer): boolean =>
  viewer.roles.has('OWNER') || viewer.roles.has('ADMINISTRATOR');

/** `system` sees the whole company: jobs, sign-in, the demo. Every other viewer sees what visibility grants. */
export type Asker = Viewer | 'system' | null;
