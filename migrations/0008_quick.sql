-- Quick with a hundred thousand variants and a million movements: what would else be looked for in every row is found by a
-- key.

-- What a promise calls for (stock_rules::StockNeed): 1 oversold, 2 out, 3 low, 0 nothing. A sale seldom changes it, so the
-- key costs little.
ALTER TABLE stock_promise
  ADD COLUMN need TINYINT UNSIGNED GENERATED ALWAYS AS
    (CASE WHEN sellable < promised THEN 1 WHEN sellable = promised THEN 2 WHEN sellable < promised + 10 THEN 3 ELSE 0 END) VIRTUAL,
  ADD KEY stock_promise_need (tenant_id, need, store_id, variant_id);

-- The figures of the start page where counting them anew each time would read too much: a job writes them every few
-- minutes. Sixteen zero bytes for the store: of all stores together.
CREATE TABLE stock_figure (
  tenant_id BIGINT NOT NULL,
  store_id  BINARY(16) NOT NULL,
  units     DECIMAL(38,6) NOT NULL,
  value     DECIMAL(38,6) NOT NULL,
  -- Balances below nought.
  below     BIGINT NOT NULL,
  -- Variants of which nothing is left to sell.
  sold_out  BIGINT NOT NULL,
  -- Variants that are not archived.
  variants  BIGINT NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, store_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
