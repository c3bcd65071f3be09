-- When a key was last counted, as of the line's last scan, once the count was posted: what happened before and is booked
-- later changes nothing of what was counted. NULL: never. A key that never moved may have been counted too.
ALTER TABLE stock_balance ADD COLUMN counted_at DATETIME(6) NULL;

-- Each time that stock was found to be as it is. A mark whose line was taken back stands no longer.
CREATE TABLE count_mark (
  tenant_id   BIGINT NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  counted_at  DATETIME(6) NOT NULL,
  -- The count.
  document_id BINARY(16) NOT NULL,
  -- The line that it posted; sixteen zero bytes and 0: it was as the books had it.
  posting_id  BINARY(16) NOT NULL,
  line        INT NOT NULL,
  PRIMARY KEY (tenant_id, location_id, variant_id, lot_id, status, counted_at, document_id),
  KEY count_mark_posting (tenant_id, posting_id, line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What stands beside late postings so that counts stand: as of which moment of which key. It goes when that count does.
CREATE TABLE count_offset (
  tenant_id   BIGINT NOT NULL,
  posting_id  BINARY(16) NOT NULL,
  line        INT NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  counted_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, line),
  KEY count_offset_of (tenant_id, location_id, variant_id, lot_id, status, counted_at),
  CONSTRAINT count_offset_is FOREIGN KEY (tenant_id, posting_id) REFERENCES posting (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What was counted until now: posted lines (5) of available stock (1), each with the line of the count's posting (11) where
-- it changed something.
INSERT INTO count_mark (tenant_id, location_id, variant_id, lot_id, status, counted_at, document_id, posting_id, line)
SELECT l.tenant_id, l.location_id, l.variant_id, REPEAT(CHAR(0), 16), 1, l.last_at, l.count_id,
  COALESCE(m.posting_id, REPEAT(CHAR(0), 16)), COALESCE(m.line, 0)
FROM count_line l
LEFT JOIN (posting p JOIN stock_movement m ON m.tenant_id = p.tenant_id AND m.posting_id = p.id)
  ON p.tenant_id = l.tenant_id AND p.document_id = l.count_id AND p.kind = 11
  AND m.location_id = l.location_id AND m.variant_id = l.variant_id
WHERE l.state = 5 AND l.counted IS NOT NULL AND l.last_at IS NOT NULL;

UPDATE stock_balance b JOIN (
  SELECT k.tenant_id, k.location_id, k.variant_id, k.lot_id, k.status, MAX(k.counted_at) AS counted_at
  FROM count_mark k LEFT JOIN reversal r ON r.tenant_id = k.tenant_id AND r.posting_id = k.posting_id AND r.line = k.line
  WHERE r.line IS NULL GROUP BY k.tenant_id, k.location_id, k.variant_id, k.lot_id, k.status
) c ON c.tenant_id = b.tenant_id AND c.location_id = b.location_id AND c.variant_id = b.variant_id AND c.lot_id = b.lot_id AND c.status = b.status
SET b.counted_at = c.counted_at;
