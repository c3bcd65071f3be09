-- A variant that is sold as a bundle of others. It holds no stock itself: the committer refuses it under the variant's lock.
ALTER TABLE variant ADD COLUMN kit BOOLEAN NOT NULL DEFAULT FALSE;

-- What one of a kit takes. A kit's components are no kits.
CREATE TABLE kit_component (
  tenant_id    BIGINT NOT NULL,
  kit_id       BINARY(16) NOT NULL,
  component_id BINARY(16) NOT NULL,
  -- In the component's base unit.
  quantity     DECIMAL(19,6) NOT NULL,
  position     INT NOT NULL,
  PRIMARY KEY (tenant_id, kit_id, component_id),
  KEY kit_component_of (tenant_id, component_id, kit_id),
  CONSTRAINT kit_component_kit FOREIGN KEY (tenant_id, kit_id) REFERENCES variant (tenant_id, id),
  CONSTRAINT kit_component_part FOREIGN KEY (tenant_id, component_id) REFERENCES variant (tenant_id, id),
  CONSTRAINT kit_component_some CHECK (quantity > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Which lines of a posting were told as a kit: `parts` lines from `line` on are what `quantity` of it took on that day,
-- whatever becomes of the kit. Only server/ledger writes it, in the transaction of the lines' movements.
CREATE TABLE posting_kit (
  tenant_id  BIGINT NOT NULL,
  posting_id BINARY(16) NOT NULL,
  line       INT NOT NULL,
  parts      INT NOT NULL,
  kit_id     BINARY(16) NOT NULL,
  quantity   DECIMAL(19,6) NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, line),
  KEY posting_kit_of (tenant_id, kit_id, posting_id),
  CONSTRAINT posting_kit_posting FOREIGN KEY (tenant_id, posting_id) REFERENCES posting (tenant_id, id),
  CONSTRAINT posting_kit_some CHECK (parts > 0 AND quantity > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The same of a reservation's lines.
CREATE TABLE reservation_kit (
  tenant_id      BIGINT NOT NULL,
  reservation_id BINARY(16) NOT NULL,
  line           INT NOT NULL,
  parts          INT NOT NULL,
  kit_id         BINARY(16) NOT NULL,
  quantity       DECIMAL(19,6) NOT NULL,
  PRIMARY KEY (tenant_id, reservation_id, line),
  CONSTRAINT reservation_kit_of FOREIGN KEY (tenant_id, reservation_id) REFERENCES reservation (tenant_id, id),
  CONSTRAINT reservation_kit_some CHECK (parts > 0 AND quantity > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
