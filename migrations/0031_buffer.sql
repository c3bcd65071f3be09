-- What is kept back from ways of selling: of everything, a category, an item or a variant, at a store or at every one. The
-- most specific rule counts.
CREATE TABLE stock_buffer (
  tenant_id    BIGINT NOT NULL,
  -- The category, the item or the variant; sixteen zero bytes: everything.
  of_id        BINARY(16) NOT NULL,
  -- Sixteen zero bytes: every store.
  store_id     BINARY(16) NOT NULL,
  -- stock_rules::BufferFor: 0 safety, from every channel; else the vocabulary::Channel it is kept from
  keeps        TINYINT UNSIGNED NOT NULL,
  id           BINARY(16) NOT NULL,
  -- 0 everything, 1 category, 2 item, 3 variant
  of_kind      TINYINT UNSIGNED NOT NULL,
  quantity     DECIMAL(19,6) NOT NULL,
  -- Of what is sellable, where that is more than the quantity.
  percent      DECIMAL(5,2) NOT NULL,
  changed_at   DATETIME(6) NOT NULL,
  changed_name VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, of_id, store_id, keeps),
  CONSTRAINT stock_buffer_id UNIQUE (tenant_id, id),
  KEY stock_buffer_keeps (tenant_id, keeps, id),
  CONSTRAINT stock_buffer_sane CHECK (quantity >= 0 AND percent >= 0 AND percent <= 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- By which way of selling it is promised: vocabulary::Channel; 0: over the shop's own counter.
ALTER TABLE reservation ADD COLUMN channel TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- How far stock was valued when the figure of its value was told.
ALTER TABLE stock_figure ADD COLUMN valued_through DATETIME(6) NULL;
