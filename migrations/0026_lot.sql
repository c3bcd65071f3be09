-- How an item's pieces are told apart, and how much life they must have left, in days after today.
ALTER TABLE item
  -- vocabulary::Tracking: 0 not at all, 1 lot, 2 serial, 3 lot with its last day
  ADD COLUMN tracking     TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN life_receipt SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN life_till    SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN life_pickup  SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN life_online  SMALLINT UNSIGNED NOT NULL DEFAULT 0;

-- Its item's, kept here so that who posts finds it on the row that is locked anyway.
ALTER TABLE variant ADD COLUMN tracking TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- What was made together; or one piece with a number of its own. Only server/ledger writes it.
CREATE TABLE lot (
  tenant_id  BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  variant_id BINARY(16) NOT NULL,
  -- One piece with a number of its own.
  serial     BOOLEAN NOT NULL,
  code       VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  -- The last day on which it may be used; of what keeps for ever a day that never comes.
  expires_on DATE NOT NULL,
  made_on    DATE NULL,
  -- vocabulary::LotState
  state      TINYINT UNSIGNED NOT NULL DEFAULT 1,
  note       VARCHAR(500) NOT NULL DEFAULT '',
  version    BIGINT NOT NULL DEFAULT 1,
  -- Some of it may be somewhere. Cleared away when none is, set again before any comes.
  live       BOOLEAN NOT NULL DEFAULT TRUE,
  -- When somebody has to look whether some of it is for sale that may not be; else a day that never comes.
  look_at    DATETIME(6) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT lot_code UNIQUE (tenant_id, variant_id, serial, code),
  KEY lot_named (tenant_id, code, id),
  KEY lot_list (tenant_id, live, expires_on, id),
  KEY lot_state (tenant_id, state, expires_on, id),
  KEY lot_look (tenant_id, look_at, id),
  CONSTRAINT lot_of FOREIGN KEY (tenant_id, variant_id) REFERENCES variant (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Where a piece with a number is: in one place or in none. Written in the transaction of its movement. No foreign key to
-- its lot, nor has the table below: to check it, who sells would wait for who holds the lot, while that one waits for the
-- promise. The proof of the books checks it.
CREATE TABLE serial (
  tenant_id   BIGINT NOT NULL,
  lot_id      BINARY(16) NOT NULL,
  present     TINYINT NOT NULL,
  -- Where it is, or was last.
  location_id BINARY(16) NOT NULL,
  -- vocabulary::Status
  status      TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_id, lot_id),
  CONSTRAINT serial_once CHECK (present IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The movements of each lot in their order: whoever calls a lot back reads nothing else. Untracked stock has none.
CREATE TABLE lot_movement (
  tenant_id  BIGINT NOT NULL,
  lot_id     BINARY(16) NOT NULL,
  posting_id BINARY(16) NOT NULL,
  leg        INT NOT NULL,
  PRIMARY KEY (tenant_id, lot_id, posting_id, leg)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE stock_balance ADD KEY stock_balance_lot (tenant_id, lot_id);

-- Of which lot a line of a transfer is; sixteen zero bytes: not tracked.
ALTER TABLE transfer_line ADD COLUMN lot_id BINARY(16) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' AFTER variant_id;
