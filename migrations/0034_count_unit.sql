-- What was typed of a scan where that was another unit than the base unit, by the unit that was named or the one under the
-- code: 2 cases = 24. The ratio is that of the day, whatever becomes of the unit.
CREATE TABLE count_entered (
  tenant_id BIGINT NOT NULL,
  count_id  BINARY(16) NOT NULL,
  scan_id   BINARY(16) NOT NULL,
  unit      VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  quantity  DECIMAL(19,6) NOT NULL,
  num       BIGINT NOT NULL,
  den       BIGINT NOT NULL,
  -- The same in the base unit.
  base      DECIMAL(19,6) NOT NULL,
  PRIMARY KEY (tenant_id, count_id, scan_id),
  CONSTRAINT count_entered_of FOREIGN KEY (tenant_id, scan_id) REFERENCES count_scan (tenant_id, id),
  CONSTRAINT count_entered_ratio CHECK (num > 0 AND den > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
