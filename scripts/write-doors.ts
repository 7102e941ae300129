import { writeFileSync } from 'node:fs';
import { doorsText, LIST_OF_DOORS, routeFiles } from './doors-text';

/** Writes the list of doors that the API document is made of. */
writeFileSync(LIST_OF_DOORS, doorsText(routeFiles()));
