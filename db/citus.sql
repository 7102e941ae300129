-- How the schema lies on a Citus cluster: run once on the coordinator, after the migrations and before there are data.
-- docs/scale.md says when this is worth it. db/citus.db.test.ts holds it to the schema: every table is named here once,
-- every unique key of a distributed table holds its column, and no foreign key leaves one for a local table.

-- Triggers run on the workers, beside the row that they look at. They guard rows by themselves (summaries), by rows of
-- the same member (the ledger), or by `days`, which every worker has.
set citus.enable_unsafe_triggers to on;

-- Known everywhere: few, or read by every statement of a day. A write goes to all workers.
select create_reference_table('users');
select create_reference_table('contents'); -- the platform's own id is unique beside ours, so it cannot be spread by one of them
select create_reference_table('days');
select create_reference_table('tariffs');
select create_reference_table('ad_videos');
select create_reference_table('viewer_blocks');

-- First step: what grows with the traffic of contents. All of a content is on one worker, so that judging (windows over
-- content and viewer), summing, folding and pricing stay there.
select create_distributed_table('events', 'content_id', shard_count => 32);
select create_distributed_table('event_deltas', 'content_id', colocate_with => 'events');
select create_distributed_table('provisional_verdicts', 'content_id', colocate_with => 'events');
select create_distributed_table('summaries', 'content_id', colocate_with => 'events');
select create_distributed_table('likes', 'content_id', colocate_with => 'events');
select create_distributed_table('settlement_lines', 'content_id', colocate_with => 'events');
select create_distributed_table('content_owners', 'content_id', colocate_with => 'events');
select create_distributed_table('ad_video_views', 'content_id', colocate_with => 'events');
select create_distributed_table('watch_players', 'content_id', colocate_with => 'events');
select create_distributed_table('watch_positions', 'content_id', colocate_with => 'events');
select create_distributed_table('watch_times', 'content_id', colocate_with => 'events');

-- Second step: what grows with members. A member's history, points, coupons, orders, mails and notices are on one worker.
select create_distributed_table('participations', 'member_id', colocate_with => 'none', shard_count => 32);
select create_distributed_table('point_balances', 'member_id', colocate_with => 'participations');
select create_distributed_table('point_transfers', 'member_id', colocate_with => 'participations');
select create_distributed_table('point_entries', 'member_id', colocate_with => 'participations');
select create_distributed_table('point_accruals', 'member_id', colocate_with => 'participations');
select create_distributed_table('coupons', 'member_id', colocate_with => 'participations');
select create_distributed_table('orders', 'member_id', colocate_with => 'participations');
select create_distributed_table('mails', 'member_id', colocate_with => 'participations');
select create_distributed_table('notices', 'member_id', colocate_with => 'participations');
select create_distributed_table('post_quotas', 'member_id', colocate_with => 'participations');

-- What stays on the coordinator: rows whose lock decides who comes first (ads, posts, products), totals, and what people
-- administer. Jobs (the schema graphile_worker) stay there too.
select citus_add_local_table_to_metadata('ad_drafts');
select citus_add_local_table_to_metadata('ad_refusals');
select citus_add_local_table_to_metadata('ads');
select citus_add_local_table_to_metadata('api_keys');
select citus_add_local_table_to_metadata('assets');
select citus_add_local_table_to_metadata('audit_log');
select citus_add_local_table_to_metadata('closed_hours');
select citus_add_local_table_to_metadata('comments');
select citus_add_local_table_to_metadata('creator_holds');
select citus_add_local_table_to_metadata('crons');
select citus_add_local_table_to_metadata('day_totals');
select citus_add_local_table_to_metadata('demo_people');
select citus_add_local_table_to_metadata('idempotent_answers');
select citus_add_local_table_to_metadata('identities');
select citus_add_local_table_to_metadata('intake_deltas');
select citus_add_local_table_to_metadata('intake_hours');
select citus_add_local_table_to_metadata('payout_accounts');
select citus_add_local_table_to_metadata('payouts');
select citus_add_local_table_to_metadata('post_bodies');
select citus_add_local_table_to_metadata('post_offers');
select citus_add_local_table_to_metadata('posts');
select citus_add_local_table_to_metadata('product_prices');
select citus_add_local_table_to_metadata('products');
select citus_add_local_table_to_metadata('ranking_days');
select citus_add_local_table_to_metadata('rankings');
select citus_add_local_table_to_metadata('role_requests');
select citus_add_local_table_to_metadata('run_ranges');
select citus_add_local_table_to_metadata('runs');
select citus_add_local_table_to_metadata('sessions');
select citus_add_local_table_to_metadata('settlement_creator_days');
select citus_add_local_table_to_metadata('settlement_months');
select citus_add_local_table_to_metadata('statements');
select citus_add_local_table_to_metadata('user_roles');
select citus_add_local_table_to_metadata('video_files');
select citus_add_local_table_to_metadata('vouchers');
select citus_add_local_table_to_metadata('watch_day_totals');
select citus_add_local_table_to_metadata('watermarks');
