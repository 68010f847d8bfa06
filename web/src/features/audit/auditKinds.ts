/** The first part of an action's name says what it is about; the log is filtered by it. */
export const kindGroups = {
  sales: ['access', 'invitation', 'customer', 'lead'],
  people: ['contact', 'partnerCompany', 'team', 'administrator', 'profile'],
  projects: ['project', 'level', 'units', 'unit', 'space'],
  logins: ['session', 'password', 'email', 'identity', 'impersonation'],
  company: ['company'],
} as const;

export type AuditKind = (typeof kindGroups)[keyof typeof kindGroups][number];

export const auditKinds: readonly AuditKind[] = Object.values(kindGroups).flat();
