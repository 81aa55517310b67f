-- Where a run's bundle lies in a bucket; then it has no folder any more.
ALTER TABLE monitor_runs ADD COLUMN bundle TEXT;
ALTER TABLE monitor_runs ADD COLUMN bundle_bytes BIGINT;
CREATE INDEX monitor_runs_with_folder ON monitor_runs (ended_at) WHERE folder IS NOT NULL;

-- Bundles whose record is gone, until they are, too: a bucket may be away when its turn comes.
CREATE TABLE monitor_spared_bundles (
    bundle TEXT PRIMARY KEY
);
