-- The units that a variant has besides those that everybody knows: a case of 12. One of it is num / den base units.
CREATE TABLE variant_unit (
  tenant_id   BIGINT NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  unit        VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  num         BIGINT NOT NULL,
  den         BIGINT NOT NULL,
  -- No fraction of it is taken.
  whole       BOOLEAN NOT NULL,
  -- Put away: it may not be named any more.
  archived_at DATETIME(6) NULL,
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id, unit),
  CONSTRAINT variant_unit_of FOREIGN KEY (tenant_id, variant_id) REFERENCES variant (tenant_id, id),
  CONSTRAINT variant_unit_ratio CHECK (num > 0 AND den > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What was typed of a posting's line where it named another unit than the base unit: 2 cases = 24. The ratio is that of the
-- day, whatever becomes of the unit. Only server/ledger writes it, in the transaction of the line's movements.
CREATE TABLE entered_quantity (
  tenant_id  BIGINT NOT NULL,
  posting_id BINARY(16) NOT NULL,
  line       INT NOT NULL,
  unit       VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  quantity   DECIMAL(19,6) NOT NULL,
  num        BIGINT NOT NULL,
  den        BIGINT NOT NULL,
  -- The same in the base unit.
  base       DECIMAL(19,6) NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, line),
  CONSTRAINT entered_quantity_of FOREIGN KEY (tenant_id, posting_id) REFERENCES posting (tenant_id, id),
  CONSTRAINT entered_quantity_ratio CHECK (num > 0 AND den > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
