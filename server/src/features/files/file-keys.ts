export const folderOf = (companyId: string, fileId: string) => `${companyId}/${fileId}/`;

export const keyOf = (companyId: string, fileId: string, width: number) =>
  `${folderOf(companyId, fileId)}${width}.webp`;
