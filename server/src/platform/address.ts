import { Field, InputType, ObjectType } from 'type-graphql';
import { Text } from './graphql/validation';

const countryWords =
  'The country as its two letters of ISO 3166, `BE`, which are shown in the reader’s language; or as people write it.';

@ObjectType({ description: 'Where somebody lives or something stands; any part may be missing.' })
export class Address {
  @Field(() => String, { nullable: true, description: 'The street without the number.' })
  street!: string | null;

  @Field(() => String, { nullable: true, description: 'The number in the street: `12` or `12-14`.' })
  houseNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Box, floor or apartment.' })
  box!: string | null;

  @Field(() => String, { nullable: true, description: 'The postal code as written in its country.' })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Town or city.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: countryWords })
  country!: string | null;
}

@InputType({ description: 'A whole address: what is left out is empty.' })
export class AddressInput {
  @Text({ max: 120, clearable: true })
  @Field(() => String, { nullable: true, description: 'The street without the number.' })
  street?: string | null;

  @Text({ max: 20, clearable: true })
  @Field(() => String, { nullable: true, description: 'The number in the street: `12` or `12-14`.' })
  houseNumber?: string | null;

  @Text({ max: 20, clearable: true })
  @Field(() => String, { nullable: true, description: 'Box, floor or apartment.' })
  box?: string | null;

  @Text({ max: 20, clearable: true })
  @Field(() => String, { nullable: true, description: 'The postal code as written in its country.' })
  postalCode?: string | null;

  @Text({ max: 80, clearable: true })
  @Field(() => String, { nullable: true, description: 'Town or city.' })
  city?: string | null;

  @Text({ max: 80, clearable: true })
  @Field(() => String, { nullable: true, description: countryWords })
  country?: string | null;
}

/** What is stored of an address as typed: nothing at all where every part is empty. */
export function addressOf(input: AddressInput | null): Address | null {
  const { street, houseNumber, box, postalCode, city, country } = input ?? {};
  const address: Address = {
    street: street || null,
    houseNumber: houseNumber || null,
    box: box || null,
    postalCode: postalCode || null,
    city: city || null,
    country: country || null,
  };
  return Object.values(address).some(Boolean) ? address : null;
}
