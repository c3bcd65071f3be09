-- Goods on their way from one store to another. What is on its way has its balance in the books, at the receiver's
-- transit place; these tables say which transfer it belongs to.

CREATE TABLE transfer (
  tenant_id     BIGINT NOT NULL,
  id            BINARY(16) NOT NULL,
  -- As people say it: T-3F7K2Q9A.
  code          VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  from_store_id BINARY(16) NOT NULL,
  to_store_id   BINARY(16) NOT NULL,
  -- 1 draft, 2 shipped, 3 partly received, 4 received, 5 cancelled
  state         TINYINT UNSIGNED NOT NULL,
  note          VARCHAR(500) NOT NULL DEFAULT '',
  person_id     BINARY(16) NOT NULL,
  actor_name    VARCHAR(120) NOT NULL,
  shipped_at    DATETIME(6) NOT NULL,
  version       BIGINT NOT NULL DEFAULT 1,
  created_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT transfer_code UNIQUE (tenant_id, code),
  KEY transfer_state (tenant_id, state, id),
  KEY transfer_from (tenant_id, from_store_id, id),
  KEY transfer_to (tenant_id, to_store_id, id),
  CONSTRAINT transfer_sender FOREIGN KEY (tenant_id, from_store_id) REFERENCES store (tenant_id, id),
  CONSTRAINT transfer_receiver FOREIGN KEY (tenant_id, to_store_id) REFERENCES store (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE transfer_line (
  tenant_id   BIGINT NOT NULL,
  transfer_id BINARY(16) NOT NULL,
  -- From 0; the line of its postings too.
  line        INT NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  shipped     DECIMAL(19,6) NOT NULL,
  received    DECIMAL(19,6) NOT NULL DEFAULT 0,
  damaged     DECIMAL(19,6) NOT NULL DEFAULT 0,
  -- Written off as lost on the way.
  missing     DECIMAL(19,6) NOT NULL DEFAULT 0,
  -- Gone back to the sender.
  returned    DECIMAL(19,6) NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, transfer_id, line),
  KEY transfer_line_variant (tenant_id, variant_id, transfer_id),
  CONSTRAINT transfer_line_of FOREIGN KEY (tenant_id, transfer_id) REFERENCES transfer (tenant_id, id),
  CONSTRAINT transfer_line_parts CHECK (received >= 0 AND damaged >= 0 AND missing >= 0 AND returned >= 0),
  CONSTRAINT transfer_line_whole CHECK (received + damaged + missing + returned <= shipped)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Movements are listed by kind and by the store's day; both grow at their ends.
ALTER TABLE posting
  ADD KEY posting_kind (tenant_id, kind, id),
  ADD KEY posting_day (tenant_id, business_date, id);
