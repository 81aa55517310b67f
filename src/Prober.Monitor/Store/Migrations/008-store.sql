-- Which store this is: a data folder says whose evidence it holds.
CREATE TABLE monitor_store (
    id TEXT PRIMARY KEY
);
