ALTER TABLE monitor_incidents ADD COLUMN acknowledged_at BIGINT;

CREATE TABLE monitor_silences (
    id TEXT PRIMARY KEY,
    scenarios TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
