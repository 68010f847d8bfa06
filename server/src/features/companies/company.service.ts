import { audit, changesBetween } from '../../platform/audit/audit';
import { snakeCase } from '../../platform/database/naming';
import { invalid, Refusal, staleVersion, type Trouble } from '../../platform/errors';
import { publish } from '../../platform/live';
import { contrast, standingOut } from '../../platform/mail/colour';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { replaceFile } from '../files/attach-file';
import { FilePurpose } from '../files/file.entity';
import type { Company } from './company.entity';
import { ownCompany } from './company.loader';
import type { CompanyChange } from './company.types';

const readable = 4.5;

/** The settings of the company, which only owners change. */
export class CompanyService {
  update(ctx: RequestContext, version: number, change: CompanyChange): Promise<Company> {
    return ctx.inTransaction(async (tx) => {
      const company = await ownCompany(tx);
      const given = givenIn(change);
      refuseFaintColours(given);
      await this.takePictures(tx, company, change);
      await write(tx, version, given);
      await audit(tx, 'company.updated', {
        object: { type: 'Company', id: company.id },
        changes: changesBetween(company, given, ['contactEmail', 'contactPhone', 'privacyText']),
      });
      // Every open page shows the new looks at once.
      publish(tx, null);
      return ownCompany(tx);
    });
  }

  private async takePictures(
    tx: Transaction,
    company: Company,
    { logoId, loginImageId }: CompanyChange,
  ): Promise<void> {
    await replaceFile(tx, logoId, {
      purpose: FilePurpose.COMPANY_LOGO,
      field: ['change', 'logoId'],
      replaces: company.logoId,
    });
    await replaceFile(tx, loginImageId, {
      purpose: FilePurpose.LOGIN_IMAGE,
      field: ['change', 'loginImageId'],
      replaces: company.loginImageId,
    });
  }
}

/** As it is written: an empty text clears, colours have one spelling. */
function givenIn(change: CompanyChange): Partial<Company> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  const given = Object.fromEntries(
    entries.map(([field, value]) => [field, value === '' ? null : value]),
  ) as Partial<Company>;
  if (given.primary) given.primary = given.primary.toLowerCase();
  if (given.accent) given.accent = given.accent.toLowerCase();
  return given;
}

/** White text stands on both colours, and the accent is the colour of links on white: one measure for all. */
function refuseFaintColours({ primary, accent }: Partial<Company>): void {
  const faint = Object.entries({ primary, accent }).flatMap(([field, colour]): Trouble[] => {
    if (!colour || contrast(colour, '#ffffff') >= readable) return [];
    const proposal = standingOut(colour, '#ffffff', readable);
    const { troubles } = invalid(
      ['change', field],
      'contrast',
      `White text on this colour cannot be read well; ${proposal} would do.`,
      { proposal },
    );
    return [...troubles];
  });
  if (faint.length) throw new Refusal(faint);
}

async function write(tx: Transaction, version: number, given: Partial<Company>): Promise<void> {
  const columns = Object.keys(given).map((field, index) => `"${snakeCase(field)}" = $${index + 3}`);
  const [written] = await tx.execute(
    `UPDATE companies SET ${[...columns, 'version = version + 1', 'updated_at = now()'].join(', ')}
      WHERE id = $1 AND version = $2 RETURNING id`,
    [tx.companyId, version, ...Object.values(given)],
  );
  if (!written) throw staleVersion();
}
