import './env-file';
import { migrateDatabase } from '@/db/migrate';

// Before a new version starts, on Vercel as part of the build: npm run db:migrate
const url = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is needed: which database shall be brought up to date?');
  process.exit(1);
}
await migrateDatabase(url);
console.log('The schema is up to date.');
