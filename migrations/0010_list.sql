-- How somebody looks at the lists: the columns they chose, and the views they saved.

CREATE TABLE list_columns (
  tenant_id BIGINT NOT NULL,
  person_id BINARY(16) NOT NULL,
  list      VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  -- The keys of the columns in their order, between commas.
  shown     VARCHAR(600) NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, person_id, list)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE list_view (
  tenant_id  BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  person_id  BINARY(16) NOT NULL,
  list       VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  name       VARCHAR(60) NOT NULL,
  -- What stands behind the list's address: its filters and columns.
  query      VARCHAR(1000) NOT NULL COLLATE utf8mb4_bin,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT list_view_name UNIQUE (tenant_id, person_id, list, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
