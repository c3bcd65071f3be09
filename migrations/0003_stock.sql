-- The ledger. Only server/ledger writes these tables; movements, postings and reversals are never changed or deleted.

CREATE TABLE posting (
  tenant_id     BIGINT NOT NULL,
  id            BINARY(16) NOT NULL,
  -- vocabulary::PostingKind
  kind          TINYINT UNSIGNED NOT NULL,
  store_id      BINARY(16) NOT NULL,
  -- vocabulary::Reason, 0 for none
  reason        TINYINT UNSIGNED NOT NULL DEFAULT 0,
  note          VARCHAR(500) NOT NULL DEFAULT '',
  -- The document it comes from: transfer, count, import, receipt number at the till. Empty and zero for none.
  document_kind VARCHAR(16) NOT NULL COLLATE utf8mb4_bin DEFAULT '',
  document_id   BINARY(16) NOT NULL,
  document_ref  VARCHAR(64) NOT NULL DEFAULT '',
  person_id     BINARY(16) NOT NULL,
  actor_name    VARCHAR(120) NOT NULL,
  door          VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  occurred_at   DATETIME(6) NOT NULL,
  posted_at     DATETIME(6) NOT NULL,
  business_date DATE NOT NULL,
  legs          INT NOT NULL,
  hash          BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY posting_document (tenant_id, document_id, id),
  KEY posting_store (tenant_id, store_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- One leg of a posting. The legs of a line sum to nought: stock is never made or lost, only moved.
CREATE TABLE stock_movement (
  tenant_id     BIGINT NOT NULL,
  posting_id    BINARY(16) NOT NULL,
  leg           INT NOT NULL,
  line          INT NOT NULL,
  location_id   BINARY(16) NOT NULL,
  variant_id    BINARY(16) NOT NULL,
  lot_id        BINARY(16) NOT NULL,
  -- vocabulary::Status
  status        TINYINT UNSIGNED NOT NULL,
  store_id      BINARY(16) NOT NULL,
  quantity      DECIMAL(19,6) NOT NULL,
  -- The key's own order, from 1, given under its lock, and what was there after it. A virtual place keeps neither: 0.
  seq           BIGINT NOT NULL,
  balance_after DECIMAL(19,6) NOT NULL,
  -- 0 for a place with a balance, so that its seq is unique; for a virtual place part of the posting's id, so that its
  -- rows do not collide.
  tie           BIGINT NOT NULL,
  -- What one unit cost as far as was known, in the tenant's currency.
  unit_cost     DECIMAL(19,6) NULL,
  posted_at     DATETIME(6) NOT NULL,
  hash          BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, leg),
  CONSTRAINT stock_movement_key UNIQUE (tenant_id, location_id, variant_id, lot_id, status, seq, tie),
  KEY stock_movement_variant (tenant_id, variant_id, posting_id, leg),
  KEY stock_movement_store (tenant_id, store_id, variant_id, posting_id, leg),
  CONSTRAINT stock_movement_posting FOREIGN KEY (tenant_id, posting_id) REFERENCES posting (tenant_id, id),
  CONSTRAINT stock_movement_nonzero CHECK (quantity <> 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Which line of which posting was taken back, and by what. A line is taken back once.
CREATE TABLE reversal (
  tenant_id  BIGINT NOT NULL,
  posting_id BINARY(16) NOT NULL,
  line       INT NOT NULL,
  by_posting BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, line),
  KEY reversal_by (tenant_id, by_posting),
  CONSTRAINT reversal_of FOREIGN KEY (tenant_id, posting_id) REFERENCES posting (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Where it is. One row per key from its first movement on; written in the transaction of the movement.
CREATE TABLE stock_balance (
  tenant_id   BIGINT NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  store_id    BINARY(16) NOT NULL,
  on_hand     DECIMAL(19,6) NOT NULL,
  seq         BIGINT NOT NULL,
  -- The hash of the key's last leg: the next one chains to it.
  hash        BINARY(32) NOT NULL,
  moved_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, location_id, variant_id, lot_id, status),
  KEY stock_balance_variant (tenant_id, variant_id, store_id, status, on_hand),
  KEY stock_balance_store (tenant_id, store_id, variant_id, status, on_hand)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- May I sell it? One row per store and variant from its first movement on; locked before the balances.
CREATE TABLE stock_promise (
  tenant_id  BIGINT NOT NULL,
  store_id   BINARY(16) NOT NULL,
  variant_id BINARY(16) NOT NULL,
  -- Sum of the available balances of the store's places.
  sellable   DECIMAL(19,6) NOT NULL,
  promised   DECIMAL(19,6) NOT NULL,
  version    BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, store_id, variant_id),
  KEY stock_promise_variant (tenant_id, variant_id, store_id),
  CONSTRAINT stock_promise_held CHECK (promised >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
