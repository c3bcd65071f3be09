-- Acts that are listed together whatever they were done to: a row here for each such row of the audit, which alone says what
-- was done. What is done often is in no list.
CREATE TABLE audit_list (
  tenant_id BIGINT NOT NULL,
  -- `books`: closing and reopening, and how stock is valued.
  list      VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  audit_id  BINARY(16) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, list, audit_id),
  KEY audit_list_entity (tenant_id, list, entity_id, audit_id),
  CONSTRAINT audit_list_row FOREIGN KEY (tenant_id, audit_id) REFERENCES audit (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

INSERT INTO audit_list (tenant_id, list, audit_id, entity_id)
SELECT tenant_id, 'books', id, entity_id FROM audit
WHERE operation IN ('stock.close_period', 'stock.reopen_period', 'stock.set_costing', 'stock.set_item_costing');
