-- Proofs of the books, as they were found. The application can neither change nor delete them.
CREATE TABLE proof (
  tenant_id   BIGINT NOT NULL,
  -- The id of the job that made it.
  id          BINARY(16) NOT NULL,
  at          DATETIME(6) NOT NULL,
  -- Who asked; sixteen zero bytes: nobody, it ran by the clock.
  person_id   BINARY(16) NOT NULL,
  person_name VARCHAR(120) NOT NULL,
  clean       BOOLEAN NOT NULL,
  examined    BIGINT NOT NULL,
  wrong       BIGINT NOT NULL,
  duration_ms BIGINT NOT NULL,
  -- vocabulary::proof::Report as JSON; a text, so that it stays as it was written.
  report      MEDIUMTEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Somebody may be shut out of one business and go on working in another.
ALTER TABLE membership ADD COLUMN disabled_at DATETIME(6) NULL;

-- What the start page asks for each time: the movements of fourteen days, what is for sale, what waits for review. Each
-- is read from its key alone.
ALTER TABLE posting ADD KEY posting_home (tenant_id, business_date, store_id, legs);
ALTER TABLE variant ADD KEY variant_state (tenant_id, state);
ALTER TABLE count_session ADD KEY count_session_state (tenant_id, state, number);
