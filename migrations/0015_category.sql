-- Categories can be kept in order: renamed, merged, deleted.

ALTER TABLE category
  ADD COLUMN version BIGINT NOT NULL DEFAULT 1,
  -- Its items are on their way to this one; it goes when the last has gone. None: it stays.
  ADD COLUMN merged_into BINARY(16) NULL,
  ADD KEY category_merged (tenant_id, merged_into);

-- Is any count of this category? Without the key all scopes would be gone through.
ALTER TABLE count_scope ADD KEY count_scope_of_ref (tenant_id, kind, ref_id);
