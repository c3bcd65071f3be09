-- What the undo of an import put away, with its version as that left it: where a file brings it again, it comes back,
-- unless somebody changed it since.
CREATE TABLE import_archived (
  tenant_id BIGINT NOT NULL,
  -- An item, or a variant of an item that stays.
  thing_id  BINARY(16) NOT NULL,
  version   BIGINT NOT NULL,
  import_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, thing_id, version),
  KEY import_archived_import (tenant_id, import_id),
  CONSTRAINT import_archived_of FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
