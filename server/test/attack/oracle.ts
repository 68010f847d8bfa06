import type { Asker } from './filled-company';
import type { Ledger, Place, Row } from './ledger';

/**
 * Who may know what, written from the table of rights of the product’s specification and not from its code: no SQL, no
 * visibility, no viewer; rows as they are, and what each asker was made as. A table or column that stands here nowhere is
 * nobody’s.
 *
 * - The owner knows her company: all but the logins, sessions, links and queues of people.
 * - An administrator knows what is in the projects that he is put on: units with prices, buyers, leads, those people; all
 *   colleagues and firms; of the log and of impersonations what happened there, and his own.
 * - A customer knows her homes and what surrounds them (project, levels above, spaces, plan, pictures), without prices;
 *   herself, without notes; the business cards of whom she can reach; who looked through her eyes.
 * - A partner knows his firm, and how to reach his colleagues there.
 * - Whoever looks through somebody’s eyes knows what both may know.
 * - Anybody at the company’s address knows its public part. Nobody knows anything of another company.
 */
export class Oracle {
  constructor(private readonly ledger: Ledger) {}

  mayKnow(asker: Asker, place: Place): boolean {
    if (place.companyId !== asker.company.id) return false;
    const actor = asker.lookedThroughBy;
    if (!actor) return this.own(asker, place);
    const { table, row, column } = place;
    if (table === 'impersonations') return row['actor_member_id'] === actor.memberId && column !== 'ip';
    if (table === 'opened_objects')
      return this.mayKnow(asker, this.at(asker, 'impersonations', row['impersonation_id']));
    if (table === 'sessions') return false;
    // The login of the person looked at is how the page names her.
    if (table === 'identities') return row.id === asker.identityId;
    return this.own(asker, place) && this.own(actor, place);
  }

  /** The rows of a table that an asker may know of. */
  known(asker: Asker, table: string): Row[] {
    const companyId = asker.company.id;
    return this.rows(asker, table).filter((row) =>
      this.mayKnow(asker, { companyId, table, column: 'id', row }),
    );
  }

  private own(asker: Asker, place: Place): boolean {
    const { table, column, row } = place;
    const of = (name: string) => row[name];
    const [owns, works] = [asker.role === 'OWNER', asker.role === 'OWNER' || asker.role === 'ADMINISTRATOR'];
    const price = column.endsWith('_minor');
    switch (table) {
      case 'companies':
        return true;
      case 'identities':
        return of('id') === asker.identityId && column !== 'password_hash';
      case 'sessions':
        return of('identity_id') === asker.identityId && column !== 'token_digest';
      case 'login_links':
        return (
          column === 'new_email' &&
          (of('identity_id') === asker.identityId || this.knowsLogin(asker, of('identity_id')))
        );
      case 'team_members':
        return works || this.isCardOf(asker, row, column) || this.lookedThrough(asker, row, column);
      case 'contacts':
        return this.knowsContact(asker, row, column);
      case 'partner_companies':
        return (
          works || (asker.contactId !== null && asker.role !== 'NONE' && of('id') === this.firmOf(asker))
        );
      case 'projects':
        return (
          this.worksOn(asker, of('id')) || this.homes(asker).some((home) => home['project_id'] === of('id'))
        );
      case 'levels':
        return (
          this.worksOn(asker, of('project_id')) ||
          this.homes(asker).some(({ id }) => this.isAbove(asker, row, id))
        );
      case 'units':
        return (
          this.worksOn(asker, of('project_id')) ||
          (!price && this.homes(asker).some(({ id }) => id === of('id')))
        );
      case 'spaces':
        return (
          this.worksOn(asker, of('project_id')) ||
          (!price && this.homes(asker).some(({ id }) => id === of('unit_id')))
        );
      case 'project_administrators':
        return this.worksOn(asker, of('project_id'));
      case 'unit_buyers':
        return (
          this.worksOn(asker, this.projectOf(asker, of('unit_id'))) ||
          (of('contact_id') === asker.contactId && this.homes(asker).some(({ id }) => id === of('unit_id')))
        );
      case 'unit_leads':
        return this.worksOn(asker, this.projectOf(asker, of('unit_id')));
      case 'files':
        return this.knowsFile(asker, row);
      case 'impersonations':
        return (
          owns ||
          (asker.memberId !== null && of('actor_member_id') === asker.memberId) ||
          (asker.role !== 'NONE' && of('contact_id') === asker.contactId && column !== 'ip')
        );
      case 'opened_objects':
        return this.own(asker, this.at(asker, 'impersonations', of('impersonation_id')));
      case 'audit_events':
        return owns || (asker.role === 'ADMINISTRATOR' && this.worksOn(asker, of('project_id')));
      case 'demo_mails':
        return owns;
      default:
        return false;
    }
  }

  private rows(asker: Asker, table: string): Row[] {
    return this.ledger.rows.get(asker.company.id)?.get(table) ?? [];
  }

  private at(asker: Asker, table: string, id: unknown): Place {
    const row = this.rows(asker, table).find((each) => each.id === id);
    return { companyId: asker.company.id, table, column: 'id', row: row ?? { id: '' } };
  }

  private projectOf(asker: Asker, unitId: unknown): unknown {
    return this.at(asker, 'units', unitId).row['project_id'];
  }

  private worksOn(asker: Asker, projectId: unknown): boolean {
    if (asker.role === 'OWNER') return true;
    if (asker.role !== 'ADMINISTRATOR' || !projectId) return false;
    return this.rows(asker, 'project_administrators').some(
      (row) => row['project_id'] === projectId && row['team_member_id'] === asker.memberId,
    );
  }

  /** The homes of a customer, by her links that are open. */
  private homes(asker: Asker): Row[] {
    if (!asker.contactId || asker.role === 'NONE') return [];
    const open = this.rows(asker, 'unit_buyers').filter(
      (row) => row['contact_id'] === asker.contactId && row['access_state'] === 'ACTIVE',
    );
    return open.map((row) => this.at(asker, 'units', row['unit_id']).row);
  }

  private isAbove(asker: Asker, level: Row, homeId: string): boolean {
    const { path } = this.at(asker, 'levels', homeId).row as Row & { path?: string };
    return (path ?? '').split('/').includes(level.id);
  }

  private firmOf(asker: Asker): unknown {
    const self = this.at(asker, 'contacts', asker.contactId).row;
    return self['is_partner'] ? self['partner_company_id'] : undefined;
  }

  private knowsContact(asker: Asker, row: Row, column: string): boolean {
    if (asker.role === 'OWNER') return true;
    if (asker.role === 'ADMINISTRATOR') {
      return ['unit_buyers', 'unit_leads'].some((table) =>
        this.rows(asker, table).some(
          (link) =>
            link['contact_id'] === row.id && this.worksOn(asker, this.projectOf(asker, link['unit_id'])),
        ),
      );
    }
    if (row.id === asker.contactId) return column !== 'notes';
    const firm = asker.role === 'NONE' ? undefined : this.firmOf(asker);
    const colleague = Boolean(firm) && row['partner_company_id'] === firm && row['is_partner'] === true;
    return colleague && ['id', 'first_name', 'last_name', 'email', 'phone'].includes(column);
  }

  private knowsLogin(asker: Asker, identityId: unknown): boolean {
    if (asker.role !== 'OWNER' && asker.role !== 'ADMINISTRATOR') return false;
    const contact = this.rows(asker, 'contacts').find((row) => row['identity_id'] === identityId);
    return contact !== undefined && this.knowsContact(asker, contact, 'email');
  }

  /** What a business card says of whom a customer can reach: those put on the project of her home, else the owners. */
  private isCardOf(asker: Asker, row: Row, column: string): boolean {
    if (!['first_name', 'last_name', 'job_title', 'email', 'phone'].includes(column)) return false;
    if (row['state'] !== 'ACTIVE') return false;
    return this.homes(asker).some((home) => {
      const put = this.rows(asker, 'project_administrators').filter(
        (each) => each['project_id'] === home['project_id'],
      );
      return put.length ? put.some((each) => each['team_member_id'] === row.id) : row['role'] === 'OWNER';
    });
  }

  private lookedThrough(asker: Asker, row: Row, column: string): boolean {
    if (!['id', 'first_name', 'last_name', 'job_title'].includes(column) || asker.role === 'NONE')
      return false;
    return this.rows(asker, 'impersonations').some(
      (each) => each['contact_id'] === asker.contactId && each['actor_member_id'] === row.id,
    );
  }

  private knowsFile(asker: Asker, file: Row): boolean {
    const points = (table: string, ...columns: string[]) =>
      this.rows(asker, table).filter((row) => columns.some((column) => row[column] === file.id));
    if (points('companies', 'logo_id', 'login_image_id').length) return true;
    if (asker.role === 'NONE') return false;
    const companyId = asker.company.id;
    const through = (table: string, column: string) =>
      points(table, column).some((row) => this.own(asker, { companyId, table, column: 'id', row }));
    if (through('projects', 'image_id') || through('units', 'plan_id')) return true;
    // Everybody who is here may see faces.
    if (points('identities', 'picture_id').length) return true;
    return file['attached_at'] === null && file['uploaded_by_id'] === asker.identityId;
  }
}
