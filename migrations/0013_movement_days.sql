-- Movements between two days are listed by day: each page is a range of one of these keys, whatever is asked besides.
-- The kind stands in a store's keys so that looking for a rare one reads nothing else.
ALTER TABLE posting
  DROP KEY posting_store,
  ADD KEY posting_store (tenant_id, store_id, id, kind),
  ADD KEY posting_store_day (tenant_id, store_id, business_date, id, kind),
  ADD KEY posting_kind_day (tenant_id, kind, business_date, id);
