ALTER TABLE monitor_incidents ADD COLUMN flapping INTEGER NOT NULL DEFAULT 0;
ALTER TABLE monitor_incidents ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE monitor_incidents ADD COLUMN last_alert_at BIGINT;
UPDATE monitor_incidents SET changed_at = COALESCE(resolved_at, opened_at), last_alert_at = COALESCE(told_resolved_at, told_at);

ALTER TABLE monitor_incident_scenarios ADD COLUMN failures INTEGER NOT NULL DEFAULT 1;
ALTER TABLE monitor_incident_scenarios ADD COLUMN passes INTEGER NOT NULL DEFAULT 0;

-- Two nodes could open one incident each for one cause.
UPDATE monitor_incidents SET resolved_at = opened_at, told_resolved_at = opened_at WHERE resolved_at IS NULL AND EXISTS
    (SELECT 1 FROM monitor_incidents o WHERE o.cause = monitor_incidents.cause AND o.resolved_at IS NULL AND o.id < monitor_incidents.id);
CREATE UNIQUE INDEX monitor_incidents_open ON monitor_incidents (cause) WHERE resolved_at IS NULL;
