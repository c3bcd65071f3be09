-- Imports: the file as it came, what was found out and said of it, the rows that wait, and what it did.

CREATE TABLE import (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  -- The file's name as it was sent.
  name        VARCHAR(255) NOT NULL,
  -- Bytes, and pieces, that have arrived.
  size        BIGINT NOT NULL DEFAULT 0,
  pieces      INT NOT NULL DEFAULT 0,
  -- SHA-256 of the file; 32 zero bytes until it was read.
  sha256      BINARY(32) NOT NULL,
  -- admin_rules::ImportState: 1 uploading, 2 checking, 3 asking, 4 ready, 5 running, 6 done, 7 failed, 8 undoing,
  -- 9 undone, 10 discarded
  state       TINYINT UNSIGNED NOT NULL,
  -- Raised by each check, so that one that was overtaken writes nothing.
  round       INT NOT NULL DEFAULT 0,
  -- What people have said of the file: admin_rules::Answers.
  answers     MEDIUMTEXT NOT NULL,
  -- What was found out: the pure half's FileFacts, and what the check found; empty until then.
  facts       MEDIUMTEXT NOT NULL,
  found       MEDIUMTEXT NOT NULL,
  -- Why it cannot be read or asks, as vocabulary::Said; empty when all is well.
  problem     TEXT NOT NULL,
  -- admin_rules::Tally: of the check, then of the run.
  tally       TEXT NOT NULL,
  -- The part of the file that is written next, and the number of the next row of `import_effect`.
  next_part   INT NOT NULL DEFAULT 0,
  next_effect INT NOT NULL DEFAULT 0,
  job_id      BINARY(16) NOT NULL,
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  ended_at    DATETIME(6) NULL,
  PRIMARY KEY (tenant_id, id),
  KEY import_sha256 (tenant_id, sha256, id),
  KEY import_state (tenant_id, state, id),
  CONSTRAINT import_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The file, in pieces of at most one mebibyte.
CREATE TABLE import_chunk (
  tenant_id BIGINT NOT NULL,
  import_id BINARY(16) NOT NULL,
  number    INT NOT NULL,
  bytes     MEDIUMBLOB NOT NULL,
  PRIMARY KEY (tenant_id, import_id, number),
  CONSTRAINT import_chunk_of FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Rows worth a look: those set aside, those that change something, and what an undo could not take back. Rows that say
-- what is known already are only counted.
CREATE TABLE import_row (
  tenant_id BIGINT NOT NULL,
  import_id BINARY(16) NOT NULL,
  -- 1 set aside, 2 changes, 3 not taken back
  list      TINYINT UNSIGNED NOT NULL,
  -- The file's line as an editor shows it; `part` tells several changes of one line apart.
  line      BIGINT NOT NULL,
  part      INT NOT NULL,
  -- Set aside: 0 waits, 1 mended, 2 passed over. Changes: 1 new, 2 changed, 3 stock.
  state     TINYINT UNSIGNED NOT NULL,
  -- Which of several equal lines of a receipt it is.
  nth       INT NOT NULL DEFAULT 0,
  -- The record's cells, as a JSON array, mended ones in place.
  raw       MEDIUMTEXT NOT NULL,
  -- What is wrong, or what changes.
  detail    MEDIUMTEXT NOT NULL,
  PRIMARY KEY (tenant_id, import_id, list, line, part),
  KEY import_row_state (tenant_id, import_id, list, state, line, part),
  CONSTRAINT import_row_of FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What an import did to the catalog, part by part, so that it can be undone. What it did to stock is in its postings.
CREATE TABLE import_effect (
  tenant_id BIGINT NOT NULL,
  import_id BINARY(16) NOT NULL,
  part      INT NOT NULL,
  detail    MEDIUMTEXT NOT NULL,
  PRIMARY KEY (tenant_id, import_id, part),
  CONSTRAINT import_effect_of FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Sales lines that are in the books, by a digest of all that tells one from another: the same file again sells nothing.
CREATE TABLE import_sale (
  tenant_id BIGINT NOT NULL,
  print     BINARY(16) NOT NULL,
  import_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, print),
  KEY import_sale_import (tenant_id, import_id),
  CONSTRAINT import_sale_of FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What was said before and holds again: 1 the columns of a header, 2 the store behind a location's name.
CREATE TABLE import_mapping (
  tenant_id BIGINT NOT NULL,
  kind      TINYINT UNSIGNED NOT NULL,
  print     BINARY(32) NOT NULL,
  value     MEDIUMTEXT NOT NULL,
  used_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, kind, print)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
