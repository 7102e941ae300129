import { existsSync } from 'node:fs';

// What `.env` says, where the environment does not. Imported first, by the scripts that npm runs directly.
if (existsSync('.env')) process.loadEnvFile('.env');
