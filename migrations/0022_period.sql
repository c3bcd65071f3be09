-- The books of a store are closed through a day: nothing that happened by then is booked any more. NULL: all of it is open.
-- Who closed or reopened them last, and when, stands beside it; each time, in the audit.
ALTER TABLE store
  ADD COLUMN closed_through DATE NULL,
  ADD COLUMN closed_at DATETIME(6) NULL,
  ADD COLUMN closed_name VARCHAR(120) NOT NULL DEFAULT '';
