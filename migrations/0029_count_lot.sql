-- Of which lot, or which piece, something was counted; sixteen zero bytes: not tracked, as all that was counted until now.
ALTER TABLE count_scan
  ADD COLUMN lot_id BINARY(16) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' AFTER variant_id,
  DROP KEY count_scan_line,
  ADD KEY count_scan_line (tenant_id, count_id, location_id, variant_id, lot_id, round, moment);

ALTER TABLE count_line
  ADD COLUMN lot_id BINARY(16) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' AFTER variant_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, count_id, location_id, variant_id, lot_id, round);

-- What is noted about a line, and who looks into it, is of its lot too.
ALTER TABLE count_evidence
  ADD COLUMN lot_id BINARY(16) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' AFTER variant_id,
  DROP KEY count_evidence_line,
  ADD KEY count_evidence_line (tenant_id, count_id, location_id, variant_id, lot_id, id);

ALTER TABLE count_investigation
  ADD COLUMN lot_id BINARY(16) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' AFTER variant_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, count_id, location_id, variant_id, lot_id);
