-- Counting. What was scanned is only ever added to: an undo is an event too. A line is what the scans of one variant at
-- one place come to, in one round; it can be computed again from them at any time.

CREATE TABLE count_session (
  tenant_id      BIGINT NOT NULL,
  id             BINARY(16) NOT NULL,
  -- CNT-0007
  number         INT NOT NULL,
  store_id       BINARY(16) NOT NULL,
  name           VARCHAR(120) NOT NULL,
  -- stock_rules::CountScope: 1 locations, 2 category, 3 items, 4 everything
  scope_kind     TINYINT UNSIGNED NOT NULL,
  blind          BOOLEAN NOT NULL,
  -- A difference of more than this, in units or in money at cost, is counted again by somebody else.
  limit_quantity DECIMAL(19,6) NULL,
  limit_value    DECIMAL(19,6) NULL,
  -- 1 open, 2 counting, 3 review, 4 posted, 5 cancelled
  state          TINYINT UNSIGNED NOT NULL,
  version        BIGINT NOT NULL DEFAULT 1,
  planned_at     DATETIME(6) NOT NULL,
  planned_by     BINARY(16) NOT NULL,
  planned_name   VARCHAR(120) NOT NULL,
  started_at     DATETIME(6) NULL,
  submitted_at   DATETIME(6) NULL,
  submitted_name VARCHAR(120) NOT NULL DEFAULT '',
  -- Posted or cancelled.
  ended_at       DATETIME(6) NULL,
  ended_name     VARCHAR(120) NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT count_session_number UNIQUE (tenant_id, number),
  KEY count_session_store (tenant_id, store_id, number),
  CONSTRAINT count_session_of FOREIGN KEY (tenant_id, store_id) REFERENCES store (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a count is of, beyond everything: categories or variants. Locations are its places.
CREATE TABLE count_scope (
  tenant_id BIGINT NOT NULL,
  count_id  BINARY(16) NOT NULL,
  -- 2 category, 3 variant
  kind      TINYINT UNSIGNED NOT NULL,
  ref_id    BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, count_id, kind, ref_id),
  CONSTRAINT count_scope_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A place of a count: planned, or found to hold what is counted. Finished when somebody said that this was all.
CREATE TABLE count_place (
  tenant_id     BIGINT NOT NULL,
  count_id      BINARY(16) NOT NULL,
  location_id   BINARY(16) NOT NULL,
  planned       BOOLEAN NOT NULL,
  finished_at   DATETIME(6) NULL,
  finished_by   BINARY(16) NOT NULL,
  finished_name VARCHAR(120) NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, count_id, location_id),
  CONSTRAINT count_place_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE count_scan (
  tenant_id   BIGINT NOT NULL,
  -- Made by the device, so that the same scan sent twice is one.
  id          BINARY(16) NOT NULL,
  count_id    BINARY(16) NOT NULL,
  location_id BINARY(16) NOT NULL,
  round       SMALLINT UNSIGNED NOT NULL,
  -- As it was read; empty where a button was pressed.
  code        VARCHAR(512) NOT NULL COLLATE utf8mb4_bin,
  -- Sixteen zero bytes: nobody knows the code.
  variant_id  BINARY(16) NOT NULL,
  -- 1 more (or fewer), 2 this many in all, 3 undo of another
  kind        TINYINT UNSIGNED NOT NULL,
  -- In the base unit.
  quantity    DECIMAL(19,6) NOT NULL,
  -- Of an undo the scan it takes back, of any other its own id: so that each is taken back once.
  undoes      BINARY(16) NOT NULL,
  device_at   DATETIME(6) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  -- The device's time, corrected by how far its clock was off when it sent.
  moment      DATETIME(6) NOT NULL,
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT count_scan_undone UNIQUE (tenant_id, undoes, kind),
  KEY count_scan_line (tenant_id, count_id, location_id, variant_id, round, moment),
  KEY count_scan_person (tenant_id, count_id, person_id, moment),
  CONSTRAINT count_scan_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE count_line (
  tenant_id    BIGINT NOT NULL,
  count_id     BINARY(16) NOT NULL,
  location_id  BINARY(16) NOT NULL,
  variant_id   BINARY(16) NOT NULL,
  round        SMALLINT UNSIGNED NOT NULL,
  -- NULL: not counted. 0: counted, and none there.
  counted      DECIMAL(19,6) NULL,
  first_at     DATETIME(6) NULL,
  last_at      DATETIME(6) NULL,
  -- Who scanned last; all who did are in the scans.
  person_id    BINARY(16) NOT NULL,
  person_name  VARCHAR(120) NOT NULL,
  -- 1 open, 2 accepted, 3 recount: the next round holds, 4 rejected, 5 posted, 6 asked for
  state        TINYINT UNSIGNED NOT NULL,
  -- As they were found when it was sent in or decided.
  moved        BOOLEAN NOT NULL DEFAULT FALSE,
  note         VARCHAR(500) NOT NULL DEFAULT '',
  decided_at   DATETIME(6) NULL,
  decided_by   BINARY(16) NOT NULL,
  decided_name VARCHAR(120) NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, count_id, location_id, variant_id, round),
  KEY count_line_state (tenant_id, count_id, state),
  CONSTRAINT count_line_of FOREIGN KEY (tenant_id, count_id) REFERENCES count_session (tenant_id, id),
  CONSTRAINT count_line_sane CHECK (counted IS NULL OR counted >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
