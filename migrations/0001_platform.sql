-- Who is here, and what the platform keeps for every room.
-- One dialect for MySQL 8.4+/9.x and MariaDB 10.11+: explicit engine, charset and collation; no NULL in unique keys;
-- every key of a tenant's table begins with tenant_id. Codes compare byte by byte (utf8mb4_bin), words fold (unicode_ci).

-- Global tables: these and the migrations table, no others.
CREATE TABLE tenant (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug        VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  name        VARCHAR(120) NOT NULL,
  locale      VARCHAR(8) NOT NULL,
  zone        VARCHAR(64) NOT NULL,
  currency    CHAR(3) NOT NULL COLLATE utf8mb4_bin,
  -- The base of Digital Link URIs; empty until somebody sets it.
  public_base VARCHAR(200) NOT NULL DEFAULT '',
  -- "It is one person": who counts may approve, with a second look and a reason.
  one_person  BOOLEAN NOT NULL DEFAULT FALSE,
  created_at  DATETIME(6) NOT NULL,
  CONSTRAINT tenant_slug UNIQUE (slug)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE person (
  id          BINARY(16) NOT NULL PRIMARY KEY,
  email       VARCHAR(254) NOT NULL,
  name        VARCHAR(120) NOT NULL,
  -- Empty: whatever the browser asks for.
  locale      VARCHAR(8) NOT NULL DEFAULT '',
  theme       VARCHAR(8) NOT NULL DEFAULT 'system',
  disabled_at DATETIME(6) NULL,
  created_at  DATETIME(6) NOT NULL,
  CONSTRAINT person_email UNIQUE (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE credential (
  person_id  BINARY(16) NOT NULL PRIMARY KEY,
  -- An argon2id hash in PHC form.
  secret     VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT credential_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE session (
  -- SHA-256 of the id in the cookie: a stolen table opens no session.
  id         BINARY(32) NOT NULL PRIMARY KEY,
  -- Nobody yet: sixteen zero bytes.
  person_id  BINARY(16) NOT NULL,
  data       JSON NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY session_person (person_id),
  KEY session_expiry (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE lease (
  name       VARCHAR(80) NOT NULL COLLATE utf8mb4_bin PRIMARY KEY,
  owner      BINARY(16) NOT NULL,
  epoch      BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE membership (
  tenant_id  BIGINT NOT NULL,
  person_id  BINARY(16) NOT NULL,
  role       VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  -- Sign-in asks for a person's tenants.
  KEY membership_person (person_id),
  CONSTRAINT membership_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  CONSTRAINT membership_of FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A command's reply under the key it came with. Written in the command's own transaction, so there are no ghosts:
-- either the effect and its reply are there, or neither is.
CREATE TABLE idempotency (
  tenant_id    BIGINT NOT NULL,
  request_key  VARCHAR(128) NOT NULL COLLATE utf8mb4_bin,
  request_hash BINARY(32) NOT NULL,
  reply        JSON NULL,
  created_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, request_key),
  KEY idempotency_age (tenant_id, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Who did what to what. The application can neither change nor delete it.
CREATE TABLE audit (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  at          DATETIME(6) NOT NULL,
  person_id   BINARY(16) NOT NULL,
  actor_name  VARCHAR(120) NOT NULL,
  door        VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  operation   VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  entity_kind VARCHAR(32) NOT NULL COLLATE utf8mb4_bin,
  entity_id   BINARY(16) NOT NULL,
  -- What changed: {"field": {"from": …, "to": …}, …}; a text, so that its hash can be taken again.
  detail      MEDIUMTEXT NOT NULL,
  hash        BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY audit_entity (tenant_id, entity_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What happened, for whoever listens. `number` is given after the commit by the relay, under a lease, without gaps;
-- 0 until then.
CREATE TABLE outbox (
  tenant_id  BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  kind       VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  entity_id  BINARY(16) NOT NULL,
  payload    JSON NOT NULL,
  created_at DATETIME(6) NOT NULL,
  number     BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  KEY outbox_number (tenant_id, number, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE job (
  tenant_id    BIGINT NOT NULL,
  id           BINARY(16) NOT NULL,
  kind         VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  payload      JSON NOT NULL,
  -- 0 waiting, 1 running, 2 done, 3 dead
  state        TINYINT UNSIGNED NOT NULL,
  -- The same while it waits or runs means: once. Set to the id when it ends.
  dedupe       VARCHAR(120) NOT NULL COLLATE utf8mb4_bin,
  run_at       DATETIME(6) NOT NULL,
  lease_until  DATETIME(6) NOT NULL,
  -- Raised by each claim: who holds an old one can no longer finish the job.
  epoch        INT NOT NULL DEFAULT 0,
  attempts     INT NOT NULL DEFAULT 0,
  max_attempts INT NOT NULL,
  done         BIGINT NOT NULL DEFAULT 0,
  total        BIGINT NOT NULL DEFAULT 0,
  person_id    BINARY(16) NOT NULL,
  last_error   TEXT NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  finished_at  DATETIME(6) NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT job_dedupe UNIQUE (tenant_id, kind, dedupe),
  KEY job_due (tenant_id, state, run_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- New ledger and audit rows wait here for the minute's seal.
CREATE TABLE seal_queue (
  tenant_id BIGINT NOT NULL,
  -- 1 posting, 2 audit
  kind      TINYINT UNSIGNED NOT NULL,
  row_id    BINARY(16) NOT NULL,
  hash      BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_id, kind, row_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE seal (
  tenant_id  BIGINT NOT NULL,
  number     BIGINT NOT NULL,
  leaves     INT NOT NULL,
  root       BINARY(32) NOT NULL,
  previous   BINARY(32) NOT NULL,
  signature  BINARY(64) NOT NULL,
  sealed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE seal_leaf (
  tenant_id BIGINT NOT NULL,
  kind      TINYINT UNSIGNED NOT NULL,
  row_id    BINARY(16) NOT NULL,
  number    BIGINT NOT NULL,
  position  INT NOT NULL,
  hash      BINARY(32) NOT NULL,
  PRIMARY KEY (tenant_id, kind, row_id),
  CONSTRAINT seal_leaf_place UNIQUE (tenant_id, number, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
