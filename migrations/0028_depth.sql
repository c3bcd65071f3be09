-- More may arrive of a transfer than was sent.
ALTER TABLE transfer_line
  -- What came more than was sent; it is in what arrived.
  ADD COLUMN surplus DECIMAL(19,6) NOT NULL DEFAULT 0 AFTER shipped,
  DROP CONSTRAINT transfer_line_parts,
  DROP CONSTRAINT transfer_line_whole,
  ADD CONSTRAINT transfer_line_parts CHECK (surplus >= 0 AND received >= 0 AND damaged >= 0 AND missing >= 0 AND returned >= 0),
  ADD CONSTRAINT transfer_line_whole CHECK (received + damaged + missing + returned <= shipped + surplus);

-- What of a store is counted how often. A job plans what is due as a count.
CREATE TABLE count_programme (
  tenant_id      BIGINT NOT NULL,
  id             BINARY(16) NOT NULL,
  store_id       BINARY(16) NOT NULL,
  name           VARCHAR(100) NOT NULL,
  -- stock_rules::ProgrammeKind: 1 items by class, 2 places in turn, 3 places that should be empty, 4 a random sample of items
  kind           TINYINT UNSIGNED NOT NULL,
  -- What classes go by: 1 value on hand at cost, 2 units sold
  measure        TINYINT UNSIGNED NOT NULL,
  -- Class A is what makes up so many percent, class B what comes after that up to so many.
  share_a        TINYINT UNSIGNED NOT NULL,
  share_b        TINYINT UNSIGNED NOT NULL,
  -- Counted again after so many days, by class; what has no classes goes by the first.
  days_a         SMALLINT UNSIGNED NOT NULL,
  days_b         SMALLINT UNSIGNED NOT NULL,
  days_c         SMALLINT UNSIGNED NOT NULL,
  -- So many items or places in a count at most, and a count each so many days.
  size           SMALLINT UNSIGNED NOT NULL,
  every_days     SMALLINT UNSIGNED NOT NULL,
  blind          BOOLEAN NOT NULL,
  second_count   BOOLEAN NOT NULL,
  limit_quantity DECIMAL(19,6) NULL,
  limit_value    DECIMAL(19,6) NULL,
  active         BOOLEAN NOT NULL,
  -- The store's day on which the next count is planned.
  next_on        DATE NOT NULL,
  version        BIGINT NOT NULL DEFAULT 1,
  created_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY count_programme_store (tenant_id, store_id, id),
  KEY count_programme_due (tenant_id, active, next_on),
  CONSTRAINT count_programme_of FOREIGN KEY (tenant_id, store_id) REFERENCES store (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a programme planned on which of the store's days: once.
CREATE TABLE count_due (
  tenant_id    BIGINT NOT NULL,
  programme_id BINARY(16) NOT NULL,
  due_on       DATE NOT NULL,
  count_id     BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, programme_id, due_on),
  KEY count_due_count (tenant_id, count_id),
  CONSTRAINT count_due_of FOREIGN KEY (tenant_id, programme_id) REFERENCES count_programme (tenant_id, id),
  CONSTRAINT count_due_is FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE count_session
  -- Everything is counted a second time by somebody else, who does not see what the first came to.
  ADD COLUMN second_count BOOLEAN NOT NULL DEFAULT FALSE,
  -- Its places should be empty: whoever counts is asked whether they are.
  ADD COLUMN empty_places BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE count_place
  -- Who is to count it; NULL: whoever comes first.
  ADD COLUMN assigned_to BINARY(16) NULL,
  ADD COLUMN assigned_name VARCHAR(120) NOT NULL DEFAULT '',
  ADD KEY count_place_location (tenant_id, location_id, finished_at);
