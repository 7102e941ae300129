import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { JOB_STATES } from '@/lib/status/job-schema';

/** Which jobs are looked at; those that failed for good come first, because somebody has to act. */
export const jobsSearch = { state: parseAsStringLiteral(JOB_STATES).withDefault('failed'), task: parseAsString };

export const loadJobsSearch = createLoader(jobsSearch);
