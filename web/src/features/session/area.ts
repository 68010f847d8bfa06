/** Console for the team, portal for buyers and partners. */
export type Area = 'console' | 'portal';

const key = 'portico.area';

export function rememberArea(area: Area): void {
  try {
    localStorage.setItem(key, area);
  } catch {
    // Without storage the console opens first, as it does by default.
  }
}

export function startArea({ isTeam, isPortal }: { isTeam: boolean; isPortal: boolean }): Area {
  if (!isTeam) return 'portal';
  if (!isPortal) return 'console';
  try {
    return localStorage.getItem(key) === 'portal' ? 'portal' : 'console';
  } catch {
    return 'console';
  }
}
