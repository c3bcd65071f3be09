-- What is on hand changes with every movement and stood in two keys, of which each movement took an entry out and put another
-- in. Who reads by these keys goes to the row for it.
ALTER TABLE stock_balance
  DROP KEY stock_balance_variant,
  DROP KEY stock_balance_store,
  ADD KEY stock_balance_variant (tenant_id, variant_id, store_id, status),
  ADD KEY stock_balance_store (tenant_id, store_id, variant_id, status);
