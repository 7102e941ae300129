import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, int8 } from '../columns';

/**
 * Pictures that were uploaded, by what they are: the key is made from the bytes, so the same picture is one row. A row
 * is written after its bytes were stored. The uploader is the first one, as in the audit log.
 */
export const assets = pgTable(
  'assets',
  {
    key: text('key').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    uploaderKind: text('uploader_kind').notNull(),
    uploaderId: int8('uploader_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'assets_pkey', columns: [t.key] }),
    index('assets_uploader_idx').on(t.uploaderKind, t.uploaderId, t.createdAt), // what one person or key has uploaded
    check('assets_key', sql`${t.key} ~ '^[0-9a-f]{32}\\.webp$'`),
    check('assets_size', sql`${t.width} > 0 and ${t.height} > 0 and ${t.bytes} > 0`),
    check('assets_uploader_kind', sql`${t.uploaderKind} in ('user', 'key', 'system')`),
  ],
);

/** Video files that were uploaded, by what they are, as pictures are; they are kept as they came. */
export const videoFiles = pgTable(
  'video_files',
  {
    key: text('key').notNull(),
    bytes: int8('bytes').notNull(),
    uploaderKind: text('uploader_kind').notNull(),
    uploaderId: int8('uploader_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'video_files_pkey', columns: [t.key] }),
    check('video_files_key', sql`${t.key} ~ '^[0-9a-f]{32}\\.(mp4|webm)$'`),
    check('video_files_size', sql`${t.bytes} > 0`),
    check('video_files_uploader_kind', sql`${t.uploaderKind} in ('user', 'key', 'system')`),
  ],
);
