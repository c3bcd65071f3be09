-- What people changed of the value of stock can be taken back: once, by a change of its own that names it.
ALTER TABLE cost_document
  -- Of a revaluation what was revalued; of a cost that came later NULL: its receipt says what it is of.
  ADD COLUMN variant_id BINARY(16) NULL,
  -- Of a revaluation under standard cost: what the standard was before. NULL: there was none.
  ADD COLUMN standard_before DECIMAL(19,6) NULL,
  -- The change that this one takes back.
  ADD COLUMN undoes BINARY(16) NULL,
  ADD CONSTRAINT cost_document_undoes UNIQUE (tenant_id, undoes),
  ADD KEY cost_document_variant (tenant_id, variant_id, id);

UPDATE cost_document d JOIN (
  SELECT tenant_id, document_id, MIN(variant_id) AS variant_id FROM cost_entry WHERE kind = 13 GROUP BY tenant_id, document_id
) e ON e.tenant_id = d.tenant_id AND e.document_id = d.id
SET d.variant_id = e.variant_id WHERE d.kind = 1;

-- By how much a change raised or lowered each layer that was there, and how much of it was there then: what is taken back of
-- it goes by what of that is left. Of changes from before this table nobody knows.
CREATE TABLE cost_changed (
  tenant_id   BIGINT NOT NULL,
  document_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  -- The line of the receipt that bore it; 0 of a revaluation.
  line        INT NOT NULL,
  scope_id    BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  number      BIGINT NOT NULL,
  quantity    DECIMAL(19,6) NOT NULL,
  value       DECIMAL(26,4) NOT NULL,
  PRIMARY KEY (tenant_id, document_id, variant_id, line, scope_id, lot_id, number),
  CONSTRAINT cost_changed_document FOREIGN KEY (tenant_id, document_id) REFERENCES cost_document (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
