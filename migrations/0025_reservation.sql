-- What is promised to somebody: a hold lapses unless it is kept alive, an allocation stands until it is shipped or released.
-- Only server/ledger writes these tables: what is open of all lines of a key is what its stock_promise says is promised.
CREATE TABLE reservation (
  tenant_id  BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  -- As people say it: R-3F7K2Q9A.
  code       VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  -- 1 hold, 2 allocation
  kind       TINYINT UNSIGNED NOT NULL,
  -- 1 active, 2 shipped, 3 released, 4 expired
  state      TINYINT UNSIGNED NOT NULL,
  -- Raised by every change: who holds an old one changes nothing any more.
  fence      BIGINT NOT NULL DEFAULT 1,
  -- When a hold lapses; of anything else a day that never comes.
  expires_at DATETIME(6) NOT NULL,
  -- The order's or the basket's number.
  reference  VARCHAR(64) NOT NULL DEFAULT '',
  note       VARCHAR(500) NOT NULL DEFAULT '',
  person_id  BINARY(16) NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  ended_at   DATETIME(6) NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT reservation_code UNIQUE (tenant_id, code),
  KEY reservation_state (tenant_id, state, id),
  KEY reservation_due (tenant_id, state, expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE reservation_line (
  tenant_id      BIGINT NOT NULL,
  reservation_id BINARY(16) NOT NULL,
  -- From 0; the line of its postings too.
  line           INT NOT NULL,
  store_id       BINARY(16) NOT NULL,
  variant_id     BINARY(16) NOT NULL,
  quantity       DECIMAL(19,6) NOT NULL,
  shipped        DECIMAL(19,6) NOT NULL DEFAULT 0,
  -- What is still promised of it.
  open           DECIMAL(19,6) NOT NULL,
  -- As the reservation's, while something of it is open; else a day that never comes.
  expires_at     DATETIME(6) NOT NULL,
  -- Something of it is promised. What is over stays, and is not gone through for what is not.
  live           BOOLEAN GENERATED ALWAYS AS (open > 0) VIRTUAL,
  PRIMARY KEY (tenant_id, reservation_id, line),
  KEY reservation_line_key (tenant_id, store_id, variant_id, live, expires_at),
  CONSTRAINT reservation_line_of FOREIGN KEY (tenant_id, reservation_id) REFERENCES reservation (tenant_id, id),
  CONSTRAINT reservation_line_open CHECK (open >= 0 AND shipped >= 0 AND open + shipped <= quantity)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- By how much what is promised of a key exceeds what is sellable of it; 0 once it is made good.
CREATE TABLE shortage (
  tenant_id  BIGINT NOT NULL,
  store_id   BINARY(16) NOT NULL,
  variant_id BINARY(16) NOT NULL,
  quantity   DECIMAL(19,6) NOT NULL,
  opened_at  DATETIME(6) NOT NULL,
  -- What undercut the promises last.
  posting_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, store_id, variant_id),
  KEY shortage_open (tenant_id, quantity, store_id, variant_id),
  CONSTRAINT shortage_sane CHECK (quantity >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
