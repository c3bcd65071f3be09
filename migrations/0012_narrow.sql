-- Lists that are narrowed or counted go by a key, and not by every row of their table.

ALTER TABLE import
  -- admin_rules::FileKind: 1 catalog, 2 inventory, 3 sales; 0 until it was found out.
  ADD COLUMN kind TINYINT UNSIGNED NOT NULL DEFAULT 0,
  -- All but those that were put away (state 10).
  ADD COLUMN listed TINYINT UNSIGNED GENERATED ALWAYS AS (CASE WHEN state = 10 THEN 0 ELSE 1 END) VIRTUAL,
  ADD KEY import_listed (tenant_id, listed, id),
  ADD KEY import_kind (tenant_id, listed, kind, id),
  ADD KEY import_state_kind (tenant_id, state, kind, id);

UPDATE import SET kind = CASE
  WHEN facts LIKE '%"kind":"catalog"%' THEN 1
  WHEN facts LIKE '%"kind":"inventory"%' THEN 2
  WHEN facts LIKE '%"kind":"sales"%' THEN 3
  ELSE 0 END;

-- How many items a category has: no row of the table is read for it.
ALTER TABLE item ADD KEY item_category_state (tenant_id, category_id, state);
