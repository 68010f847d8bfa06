import { setTimeout as after } from 'node:timers/promises';
import { NotAcknowledged, type Api } from './api';

/** A home that was sold and whose buyer was let in, as far as it came; each id stands here once it was acknowledged. */
export interface Sale {
  name: string;
  email: string;
  number: string;
  contactId?: string;
  unitId?: string;
  sold?: boolean;
  buyerId?: string;
  granted?: boolean;
  /** Why it went no further. */
  broke?: string;
}

/** How many commands. */
export const acknowledgedIn = (sales: readonly Sale[]) =>
  sales
    .flatMap(({ contactId, unitId, sold, buyerId, granted }) => [contactId, unitId, sold, buyerId, granted])
    .filter(Boolean).length;

const CUSTOMER = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { contact { id } errors { code message } } }`;
const UNITS = `mutation ($input: AddUnitsInput!) { addUnits(input: $input) { units { id } errors { code message } } }`;
const SOLD = `mutation ($input: MarkUnitSoldInput!) { markUnitSold(input: $input) { unit { saleState } errors { code message } } }`;
const LINK = `mutation ($input: LinkCustomerInput!) { linkCustomer(input: $input) { buyer { id } errors { code message } } }`;
const GRANT = `mutation ($input: GrantAccessInput!) { grantAccess(input: $input) { buyers { accessState } errors { code message } } }`;

/** Several colleagues who sell homes at the same time, and write down what they were told before they go on. */
export class Writers {
  readonly ledger: Sale[] = [];
  private isOver = false;
  private working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: Api,
    private readonly projectId: string,
  ) {}

  begin(round: string, count: number): void {
    this.isOver = false;
    this.working = Promise.all(
      Array.from({ length: count }, (_, writer) => this.write(`${round}-${writer}`)),
    );
  }

  /** Until that many commands more were acknowledged; on a machine that is too slow for it, for a while. */
  async acknowledge(more: number): Promise<void> {
    const enough = acknowledgedIn(this.ledger) + more;
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await after(5))
      if (acknowledgedIn(this.ledger) >= enough) return;
  }

  /** Each finishes the command in hand, or finds that nobody answers. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.working;
  }

  private async write(writer: string): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      const name = `${writer}-${turn}`;
      const sale: Sale = { name, email: `buyer-${name}@mail.example`, number: `U${name}` };
      this.ledger.push(sale);
      try {
        await this.sell(sale);
      } catch (error) {
        if (!(error instanceof NotAcknowledged)) throw error;
        sale.broke = error.message;
        await after(100);
      }
    }
  }

  private async sell(sale: Sale): Promise<void> {
    const { api, projectId } = this;
    const { name, email, number } = sale;
    const customer = await api.command(CUSTOMER, { firstName: 'Ada', lastName: name, email });
    sale.contactId = customer.contact.id;
    const units = [{ number, type: 'APARTMENT', basePrice: '285000.00' }];
    const added = await api.command(UNITS, { projectId, units });
    sale.unitId = added.units[0].id;
    await api.command(SOLD, { unitId: sale.unitId, price: '280000.00' });
    sale.sold = true;
    const linked = await api.command(LINK, { unitId: sale.unitId, contactId: sale.contactId });
    sale.buyerId = linked.buyer.id;
    await api.command(GRANT, { buyerIds: [sale.buyerId] });
    sale.granted = true;
  }
}
