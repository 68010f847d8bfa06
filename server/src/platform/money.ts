import { Field, ObjectType } from 'type-graphql';
import { invalid } from './errors';
import { DecimalScalar } from './graphql/scalars';

@ObjectType({ description: 'An amount of money. Never a float: the amount is a decimal as text.' })
export class Money {
  @Field(() => DecimalScalar, { description: 'The amount in whole units of the currency: `285000.00`.' })
  amount!: string;

  @Field(() => String, { description: 'ISO 4217 code of the currency: `EUR`.' })
  currency!: string;
}

const fractionDigits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Amounts are stored as whole minor units (cents) with their currency. */
export function moneyFromMinor(minor: number | null, currency: string): Money | null {
  if (minor === null) return null;
  const digits = fractionDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const amount = digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
  return { amount: minor < 0 ? `-${amount}` : amount, currency };
}

/** Minor units of a price as typed; refuses negative amounts and fractions that the currency does not have. */
export function minorFromDecimal(
  amount: string | null | undefined,
  currency: string,
  field: string | string[],
): number | null {
  if (amount === null || amount === undefined) return null;
  const digits = fractionDigits(currency);
  const [whole = '0', fraction = ''] = amount.split('.');
  const minor = Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || 0);
  if (amount.startsWith('-')) throw invalid(field, 'negative', 'A price cannot be negative.');
  if (/[1-9]/.test(fraction.slice(digits)) || !Number.isSafeInteger(minor)) {
    throw invalid(field, 'invalid', `A price has at most ${digits} decimals and 12 digits.`);
  }
  return minor;
}
