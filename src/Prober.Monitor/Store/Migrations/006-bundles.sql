-- Where a run's bundle lies in a bucket; then it has no folder any more.
ALTER TABLE monitor_runs ADD COLUMN bundle TEXT;
ALTER TABLE monitor_runs ADD COLUMN bundle_bytes BIGINT;
CREATE INDEX monitor_runs_with_folder ON monitor_runs (ended_at) WHERE folder IS NOT NULL;

-- Bundles that are to leave the bucket from a time on: those whose record is gone, and those that a node began to write and never finished.
CREATE TABLE monitor_spared_bundles (
    bundle TEXT PRIMARY KEY,
    due_at BIGINT NOT NULL DEFAULT 0
);
