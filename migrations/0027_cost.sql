-- What stock is worth. Quantity comes first and by itself; one worker after the other gives it its value, in the order in
-- which it moved. Only server/ledger/cost writes these tables; entries, consumptions and documents are never changed.

-- A clock of the rows that postings lock: each posting says more than all rows that it holds, and they then say the same.
-- stock_promise.version is the other half of it. See server/ledger/cost/tick.rs.
ALTER TABLE stock_balance ADD COLUMN tick BIGINT NOT NULL DEFAULT 0;

-- How stock is valued. No row: FIFO, store by store.
CREATE TABLE cost_policy (
  tenant_id    BIGINT NOT NULL PRIMARY KEY,
  -- vocabulary::CostMethod and CostScope
  method       TINYINT UNSIGNED NOT NULL,
  scope        TINYINT UNSIGNED NOT NULL,
  -- When the first movement was valued: from then on it stays as it is. NULL: not yet.
  frozen_at    DATETIME(6) NULL,
  changed_at   DATETIME(6) NOT NULL,
  changed_name VARCHAR(120) NOT NULL DEFAULT '',
  CONSTRAINT cost_policy_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Items that are valued in another way than the policy says.
CREATE TABLE cost_method (
  tenant_id    BIGINT NOT NULL,
  item_id      BINARY(16) NOT NULL,
  method       TINYINT UNSIGNED NOT NULL,
  changed_at   DATETIME(6) NOT NULL,
  changed_name VARCHAR(120) NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, item_id),
  CONSTRAINT cost_method_item FOREIGN KEY (tenant_id, item_id) REFERENCES item (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What has moved and is not valued yet: a row per posting and variant, written by the posting itself, taken away by who
-- values it.
CREATE TABLE cost_queue (
  tenant_id  BIGINT NOT NULL,
  variant_id BINARY(16) NOT NULL,
  tick       BIGINT NOT NULL,
  -- Of what was posted together, under one tick: in which order it was written.
  nth        INT NOT NULL,
  posting_id BINARY(16) NOT NULL,
  posted_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id, tick, nth, posting_id),
  KEY cost_queue_oldest (tenant_id, posted_at, variant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Whoever values a variant holds this row. It keeps the way in which it is valued from its first movement on.
CREATE TABLE cost_head (
  tenant_id  BIGINT NOT NULL,
  variant_id BINARY(16) NOT NULL,
  method     TINYINT UNSIGNED NOT NULL,
  scope      TINYINT UNSIGNED NOT NULL,
  -- What one unit is worth under standard cost.
  standard   DECIMAL(19,6) NULL,
  valued_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Stock that is valued together, and its state after its last entry: of a store, of what is on its way to a store (the
-- place's id), or of the whole company (sixteen zero bytes); of one lot where each is valued by itself.
CREATE TABLE cost_pool (
  tenant_id     BIGINT NOT NULL,
  variant_id    BINARY(16) NOT NULL,
  scope_id      BINARY(16) NOT NULL,
  lot_id        BINARY(16) NOT NULL,
  -- The store it belongs to; sixteen zero bytes: the company.
  store_id      BINARY(16) NOT NULL,
  -- What is left of its layers, less what is owed to it.
  quantity      DECIMAL(19,6) NOT NULL,
  value         DECIMAL(26,4) NOT NULL,
  -- What left it before it came, and the cost at which it left.
  owed_quantity DECIMAL(19,6) NOT NULL,
  owed_value    DECIMAL(26,4) NOT NULL,
  -- What one unit cost that came in last.
  last_cost     DECIMAL(19,6) NULL,
  -- Entries and layers so far.
  seq           BIGINT NOT NULL,
  layers        BIGINT NOT NULL,
  posted_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id, scope_id, lot_id),
  KEY cost_pool_store (tenant_id, store_id, variant_id),
  CONSTRAINT cost_pool_owed CHECK (owed_quantity >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What came in at one cost, and what is left of it: amounts, never a rate. Under average and standard cost a pool has one.
CREATE TABLE cost_layer (
  tenant_id     BIGINT NOT NULL,
  variant_id    BINARY(16) NOT NULL,
  scope_id      BINARY(16) NOT NULL,
  lot_id        BINARY(16) NOT NULL,
  number        BIGINT NOT NULL,
  -- What brought it, and that posting's document.
  posting_id    BINARY(16) NOT NULL,
  line          INT NOT NULL,
  document_id   BINARY(16) NOT NULL,
  -- The line that brought it in from outside, through whichever transfers: a cost that comes later for it follows it.
  origin_id     BINARY(16) NOT NULL,
  origin_line   INT NOT NULL,
  -- When it came: what came first leaves first.
  since         DATETIME(6) NOT NULL,
  -- value_in includes what was added to it, or written off, while it was there.
  quantity_in   DECIMAL(19,6) NOT NULL,
  value_in      DECIMAL(26,4) NOT NULL,
  quantity_left DECIMAL(19,6) NOT NULL,
  value_left    DECIMAL(26,4) NOT NULL,
  live          BOOLEAN GENERATED ALWAYS AS (quantity_left > 0) VIRTUAL,
  PRIMARY KEY (tenant_id, variant_id, scope_id, lot_id, number),
  KEY cost_layer_live (tenant_id, variant_id, scope_id, lot_id, live, since, number),
  KEY cost_layer_origin (tenant_id, origin_id, origin_line, variant_id),
  CONSTRAINT cost_layer_left CHECK (quantity_left >= 0 AND value_left >= 0 AND quantity_left <= quantity_in AND (quantity_left > 0 OR value_left = 0))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Each change of what a pool is worth, in the pool's own order, with what it left.
CREATE TABLE cost_entry (
  tenant_id      BIGINT NOT NULL,
  variant_id     BINARY(16) NOT NULL,
  scope_id       BINARY(16) NOT NULL,
  lot_id         BINARY(16) NOT NULL,
  seq            BIGINT NOT NULL,
  -- vocabulary::CostKind
  kind           TINYINT UNSIGNED NOT NULL,
  quantity       DECIMAL(19,6) NOT NULL,
  value          DECIMAL(26,4) NOT NULL,
  quantity_after DECIMAL(19,6) NOT NULL,
  value_after    DECIMAL(26,4) NOT NULL,
  -- What moved; of a revaluation sixteen zero bytes.
  posting_id     BINARY(16) NOT NULL,
  line           INT NOT NULL,
  -- The cost document that it comes from; of a return the sale at whose cost it came back. Sixteen zero bytes: none.
  document_id    BINARY(16) NOT NULL,
  business_date  DATE NOT NULL,
  -- As late_movement's; 9: it was booked when it happened.
  lateness       TINYINT UNSIGNED NOT NULL,
  happened_at    DATETIME(6) NOT NULL,
  -- When it was booked; no entry of a pool says an earlier time than the one before it.
  posted_at      DATETIME(6) NOT NULL,
  valued_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id, scope_id, lot_id, seq),
  KEY cost_entry_posting (tenant_id, posting_id, line),
  KEY cost_entry_then (tenant_id, variant_id, scope_id, lot_id, posted_at, seq),
  KEY cost_entry_late (tenant_id, variant_id, scope_id, lot_id, lateness, posted_at),
  KEY cost_entry_document (tenant_id, document_id),
  KEY cost_entry_since (tenant_id, posted_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What an entry took out of a layer; less than nought where an undo put it back.
CREATE TABLE cost_consumption (
  tenant_id  BIGINT NOT NULL,
  variant_id BINARY(16) NOT NULL,
  scope_id   BINARY(16) NOT NULL,
  lot_id     BINARY(16) NOT NULL,
  number     BIGINT NOT NULL,
  seq        BIGINT NOT NULL,
  quantity   DECIMAL(19,6) NOT NULL,
  value      DECIMAL(26,4) NOT NULL,
  PRIMARY KEY (tenant_id, variant_id, scope_id, lot_id, number, seq),
  KEY cost_consumption_entry (tenant_id, variant_id, scope_id, lot_id, seq),
  CONSTRAINT cost_consumption_layer FOREIGN KEY (tenant_id, variant_id, scope_id, lot_id, number)
    REFERENCES cost_layer (tenant_id, variant_id, scope_id, lot_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What was sold under a number that people know, and at what cost it left: what comes back comes back at that.
CREATE TABLE cost_sold (
  tenant_id     BIGINT NOT NULL,
  variant_id    BINARY(16) NOT NULL,
  posting_id    BINARY(16) NOT NULL,
  store_id      BINARY(16) NOT NULL,
  reference     VARCHAR(64) NOT NULL,
  quantity      DECIMAL(19,6) NOT NULL,
  value         DECIMAL(26,4) NOT NULL,
  back_quantity DECIMAL(19,6) NOT NULL DEFAULT 0,
  back_value    DECIMAL(26,4) NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, variant_id, posting_id),
  KEY cost_sold_reference (tenant_id, variant_id, reference, posting_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The entries of a day, summed: what a period cost is told from these, however many moved in it.
CREATE TABLE cost_day (
  tenant_id BIGINT NOT NULL,
  scope_id  BINARY(16) NOT NULL,
  day       DATE NOT NULL,
  kind      TINYINT UNSIGNED NOT NULL,
  store_id  BINARY(16) NOT NULL,
  value     DECIMAL(26,4) NOT NULL,
  PRIMARY KEY (tenant_id, scope_id, day, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What people did to the value of stock: a revaluation, or a cost that came later for what had been received.
CREATE TABLE cost_document (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  -- 1 revaluation, 2 landed cost, 3 invoice difference
  kind        TINYINT UNSIGNED NOT NULL,
  -- The receipt it belongs to; of a revaluation sixteen zero bytes.
  posting_id  BINARY(16) NOT NULL,
  reference   VARCHAR(64) NOT NULL DEFAULT '',
  note        VARCHAR(500) NOT NULL DEFAULT '',
  -- As it was billed, and the rate that was fixed then: how much of the tenant's currency one unit of it was.
  currency    CHAR(3) NOT NULL COLLATE utf8mb4_bin,
  amount      DECIMAL(26,6) NOT NULL,
  rate        DECIMAL(20,10) NOT NULL,
  rate_source VARCHAR(64) NOT NULL DEFAULT '',
  rate_date   DATE NOT NULL,
  -- The same in the tenant's currency: all of it, and which of it is in stock and which was sold already.
  value       DECIMAL(26,4) NOT NULL,
  on_hand     DECIMAL(26,4) NOT NULL,
  gone        DECIMAL(26,4) NOT NULL,
  person_id   BINARY(16) NOT NULL,
  actor_name  VARCHAR(120) NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY cost_document_posting (tenant_id, posting_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a line of a receipt was billed at in another currency, and the rate that was fixed for it. Of the receipt's document,
-- not of its posting, which comes after.
CREATE TABLE cost_billed (
  tenant_id   BIGINT NOT NULL,
  document_id BINARY(16) NOT NULL,
  line        INT NOT NULL,
  currency    CHAR(3) NOT NULL COLLATE utf8mb4_bin,
  unit_cost   DECIMAL(19,6) NOT NULL,
  rate        DECIMAL(20,10) NOT NULL,
  rate_source VARCHAR(64) NOT NULL DEFAULT '',
  rate_date   DATE NOT NULL,
  PRIMARY KEY (tenant_id, document_id, line)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What has moved until now is valued in the order in which it was booked, before anything that moves from now on.
INSERT INTO cost_queue (tenant_id, variant_id, tick, nth, posting_id, posted_at)
SELECT tenant_id, variant_id, CAST(ROW_NUMBER() OVER (PARTITION BY tenant_id, variant_id ORDER BY posting_id) AS SIGNED) - 1000000000000, 0, posting_id,
  posted_at
FROM (
  SELECT tenant_id, variant_id, posting_id, MIN(posted_at) AS posted_at FROM stock_movement GROUP BY tenant_id, variant_id, posting_id
) moved;
