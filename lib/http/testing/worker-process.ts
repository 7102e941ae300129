import { startJobWorker } from '@/lib/http/job-worker';

// A server process that does nothing but run jobs, for tests that kill it.
startJobWorker();
process.send?.('started');
