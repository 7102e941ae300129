import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { Role } from '@/lib/accounts/schema';

/** Who is looked for, and who is open beside the list. */
export const peopleSearch = {
  q: parseAsString.withDefault(''),
  role: parseAsStringLiteral(Role.options),
  person: parseAsInteger,
};

export const loadPeopleSearch = createLoader(peopleSearch);
