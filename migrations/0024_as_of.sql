-- The balance of a key at any instant: its last movement by then. From now on no movement of a key says an earlier time than
-- the one before it.
ALTER TABLE stock_movement ADD KEY stock_movement_then (tenant_id, location_id, variant_id, lot_id, status, posted_at, seq);

-- What was booked later than it happened, by how much later: so that what is known now of an instant is found among what was
-- booked soon after it. 0: within an hour, 1: a day, 2: 31 days, 3: later still. A counter-entry corrects what happened when
-- what it takes back did; an offset stands as of the count that it keeps.
CREATE TABLE late_movement (
  tenant_id   BIGINT NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  lateness    TINYINT UNSIGNED NOT NULL,
  posted_at   DATETIME(6) NOT NULL,
  posting_id  BINARY(16) NOT NULL,
  leg         INT NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  quantity    DECIMAL(19,6) NOT NULL,
  PRIMARY KEY (tenant_id, location_id, variant_id, lot_id, status, lateness, posted_at, posting_id, leg),
  CONSTRAINT late_movement_leg UNIQUE (tenant_id, posting_id, leg)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A counter-entry's lines are each looked up.
ALTER TABLE reversal DROP KEY reversal_by, ADD KEY reversal_by (tenant_id, by_posting, line);

INSERT INTO late_movement (tenant_id, location_id, variant_id, lot_id, status, lateness, posted_at, posting_id, leg, happened_at, quantity)
SELECT tenant_id, location_id, variant_id, lot_id, status,
  CASE WHEN happened_at >= posted_at - INTERVAL 1 HOUR THEN 0 WHEN happened_at >= posted_at - INTERVAL 1 DAY THEN 1
    WHEN happened_at >= posted_at - INTERVAL 31 DAY THEN 2 ELSE 3 END,
  posted_at, posting_id, leg, happened_at, quantity
FROM (
  SELECT m.tenant_id, m.location_id, m.variant_id, m.lot_id, m.status, m.posted_at, m.posting_id, m.leg, m.quantity,
    COALESCE(c.counted_at, k.counted_at, o.occurred_at, p.occurred_at) AS happened_at
  FROM stock_movement m JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id
  LEFT JOIN reversal r ON r.tenant_id = m.tenant_id AND r.by_posting = m.posting_id AND r.line = m.line
  LEFT JOIN posting o ON o.tenant_id = r.tenant_id AND o.id = r.posting_id
  LEFT JOIN count_mark c ON c.tenant_id = m.tenant_id AND c.posting_id = COALESCE(o.id, p.id) AND c.line = m.line
  LEFT JOIN count_offset k ON k.tenant_id = m.tenant_id AND k.posting_id = COALESCE(o.id, p.id) AND k.line = m.line
  WHERE m.seq > 0
) all_movements WHERE happened_at < posted_at;
