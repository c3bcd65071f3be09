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

-- What each posted line of a count came to, for the figures about counting. It is never changed; what was taken back is told
-- by its mark.
CREATE TABLE count_result (
  tenant_id   BIGINT NOT NULL,
  -- The store's day on which it was counted.
  counted_on  DATE NOT NULL,
  id          BINARY(16) NOT NULL,
  count_id    BINARY(16) NOT NULL,
  store_id    BINARY(16) NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  status      TINYINT UNSIGNED NOT NULL,
  counted_at  DATETIME(6) NOT NULL,
  expected    DECIMAL(19,6) NOT NULL,
  counted     DECIMAL(19,6) NOT NULL,
  -- Of one unit; NULL: not known.
  unit_cost   DECIMAL(19,6) NULL,
  -- Its difference was within the count's tolerance.
  tolerable   BOOLEAN NOT NULL,
  -- Who counted what holds.
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, counted_on, id),
  KEY count_result_store (tenant_id, store_id, counted_on),
  CONSTRAINT count_result_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What somebody noted or photographed about a line of a count. Only ever added to.
CREATE TABLE count_evidence (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  count_id    BINARY(16) NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  note        VARCHAR(500) NOT NULL,
  -- stock_rules::PhotoKind; 0: there is none
  photo_kind  TINYINT UNSIGNED NOT NULL,
  photo       MEDIUMBLOB NOT NULL,
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  noted_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY count_evidence_line (tenant_id, count_id, location_id, variant_id, id),
  CONSTRAINT count_evidence_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Somebody looks into a line of a count: who, and until when. It is not accepted meanwhile; the others are.
CREATE TABLE count_investigation (
  tenant_id   BIGINT NOT NULL,
  count_id    BINARY(16) NOT NULL,
  location_id BINARY(16) NOT NULL,
  variant_id  BINARY(16) NOT NULL,
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  -- The store's day.
  until_day   DATE NOT NULL,
  note        VARCHAR(500) NOT NULL,
  opened_at   DATETIME(6) NOT NULL,
  opened_name VARCHAR(120) NOT NULL,
  -- NULL: it goes on.
  ended_at    DATETIME(6) NULL,
  ended_name  VARCHAR(120) NOT NULL DEFAULT '',
  outcome     VARCHAR(500) NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, count_id, location_id, variant_id),
  KEY count_investigation_person (tenant_id, person_id, ended_at),
  CONSTRAINT count_investigation_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
