-- Of runs that were forgotten, how many counted and how many of those passed, by hour: failures are kept longer than successes, and a share needs both.
CREATE TABLE monitor_hours (
    scenario TEXT NOT NULL,
    hour BIGINT NOT NULL,
    runs BIGINT NOT NULL,
    passed BIGINT NOT NULL,
    PRIMARY KEY (scenario, hour)
);
