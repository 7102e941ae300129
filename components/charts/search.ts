import { parseAsStringLiteral } from 'nuqs/server';

export const FORMS = ['chart', 'table'] as const;
export type Form = (typeof FORMS)[number];

/** The form in which figures are shown, in the URL. */
export const formSearch = { as: parseAsStringLiteral(FORMS).withDefault('chart') };
