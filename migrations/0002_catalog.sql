-- Stores and their places, items and their variants.

CREATE TABLE store (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  code        VARCHAR(16) NOT NULL COLLATE utf8mb4_bin,
  name        VARCHAR(120) NOT NULL,
  zone        VARCHAR(64) NOT NULL,
  locale      VARCHAR(8) NOT NULL,
  currency    CHAR(3) NOT NULL COLLATE utf8mb4_bin,
  -- Which of the four marks stands beside its name: 1 to 4.
  mark        TINYINT UNSIGNED NOT NULL,
  version     BIGINT NOT NULL DEFAULT 1,
  archived_at DATETIME(6) NULL,
  created_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT store_code UNIQUE (tenant_id, code),
  CONSTRAINT store_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE location (
  tenant_id      BIGINT NOT NULL,
  id             BINARY(16) NOT NULL,
  store_id       BINARY(16) NOT NULL,
  -- Its parent in the tree; its own id at the top.
  parent_id      BINARY(16) NOT NULL,
  -- vocabulary::PlaceKind
  kind           TINYINT UNSIGNED NOT NULL,
  code           VARCHAR(32) NOT NULL COLLATE utf8mb4_bin,
  name           VARCHAR(120) NOT NULL,
  -- What is printed on the shelf and scanned: unique in the tenant.
  scan_code      VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  -- Where goods go when nobody says where: one per store.
  is_default     BOOLEAN NOT NULL DEFAULT FALSE,
  -- May its balances go below nought (a till that sells what was not booked in)?
  allow_negative BOOLEAN NOT NULL DEFAULT FALSE,
  version        BIGINT NOT NULL DEFAULT 1,
  archived_at    DATETIME(6) NULL,
  created_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT location_code UNIQUE (tenant_id, store_id, code),
  CONSTRAINT location_scan UNIQUE (tenant_id, scan_code),
  KEY location_kind (tenant_id, store_id, kind),
  CONSTRAINT location_store FOREIGN KEY (tenant_id, store_id) REFERENCES store (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE category (
  tenant_id  BIGINT NOT NULL,
  id         BINARY(16) NOT NULL,
  name       VARCHAR(120) NOT NULL,
  -- The name folded (case, diacritics, spaces): by it files and people find the category, however they write it.
  name_key   VARCHAR(240) NOT NULL COLLATE utf8mb4_bin,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT category_name UNIQUE (tenant_id, name_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE item (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  -- The name it has in files and URLs: Shopify's handle, or its own id.
  handle      VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  name        VARCHAR(200) NOT NULL,
  description TEXT NOT NULL,
  brand       VARCHAR(120) NOT NULL DEFAULT '',
  -- Sixteen zero bytes: none.
  category_id BINARY(16) NOT NULL,
  -- The base unit everything is counted in: each, g, kg, m, l …
  unit        VARCHAR(16) NOT NULL COLLATE utf8mb4_bin DEFAULT 'each',
  -- Whether it comes in whole units only.
  whole       BOOLEAN NOT NULL DEFAULT TRUE,
  -- The axes its variants differ on: ["Colour", "Size"].
  axes        JSON NOT NULL,
  -- 1 draft, 2 active, 3 phase-out, 4 archived
  state       TINYINT UNSIGNED NOT NULL,
  version     BIGINT NOT NULL DEFAULT 1,
  created_at  DATETIME(6) NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT item_handle UNIQUE (tenant_id, handle),
  KEY item_name (tenant_id, name, id),
  KEY item_state (tenant_id, state, name, id),
  KEY item_category (tenant_id, category_id, name, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE variant (
  tenant_id   BIGINT NOT NULL,
  id          BINARY(16) NOT NULL,
  item_id     BINARY(16) NOT NULL,
  sku         VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  -- Nobody gave it a SKU, so we made one: a file that brings one replaces it.
  sku_made    BOOLEAN NOT NULL DEFAULT FALSE,
  -- Its item's name, kept here so that lists sort and page on one index.
  name        VARCHAR(200) NOT NULL,
  -- Its place on the item's axes, in words: "Red / Large"; empty when the item has one variant.
  option_text VARCHAR(310) NOT NULL DEFAULT '',
  -- The same as ["Red", "Large"], in the order of the item's axes.
  options     JSON NOT NULL,
  price       DECIMAL(19,6) NULL,
  -- What one unit last cost, without tax, in the tenant's currency.
  cost        DECIMAL(19,6) NULL,
  -- What it is in effect: the item's state, or its own where it has one and the item is for sale.
  state       TINYINT UNSIGNED NOT NULL,
  -- 0: as the item; 3 phase-out, 4 archived: this variant alone.
  own_state   TINYINT UNSIGNED NOT NULL DEFAULT 0,
  version     BIGINT NOT NULL DEFAULT 1,
  created_at  DATETIME(6) NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT variant_sku UNIQUE (tenant_id, sku),
  KEY variant_item (tenant_id, item_id, option_text),
  KEY variant_name (tenant_id, name, option_text, id),
  CONSTRAINT variant_of FOREIGN KEY (tenant_id, item_id) REFERENCES item (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a scanner reads for a variant. A code means one thing in a tenant; GTINs are kept as fourteen digits.
CREATE TABLE barcode (
  tenant_id  BIGINT NOT NULL,
  code       VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  variant_id BINARY(16) NOT NULL,
  is_gtin    BOOLEAN NOT NULL,
  -- The unit under this code and how many base units it holds: each 1, case 12.
  unit       VARCHAR(16) NOT NULL COLLATE utf8mb4_bin DEFAULT 'each',
  pack       DECIMAL(19,6) NOT NULL DEFAULT 1,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, code),
  KEY barcode_variant (tenant_id, variant_id),
  CONSTRAINT barcode_of FOREIGN KEY (tenant_id, variant_id) REFERENCES variant (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE supplier_code (
  tenant_id  BIGINT NOT NULL,
  supplier   VARCHAR(120) NOT NULL,
  code       VARCHAR(64) NOT NULL COLLATE utf8mb4_bin,
  variant_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, code, supplier, variant_id),
  KEY supplier_code_variant (tenant_id, variant_id),
  CONSTRAINT supplier_code_of FOREIGN KEY (tenant_id, variant_id) REFERENCES variant (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Kept, never fetched.
CREATE TABLE image_link (
  tenant_id BIGINT NOT NULL,
  item_id   BINARY(16) NOT NULL,
  position  SMALLINT NOT NULL,
  url       VARCHAR(1000) NOT NULL,
  PRIMARY KEY (tenant_id, item_id, position),
  CONSTRAINT image_link_of FOREIGN KEY (tenant_id, item_id) REFERENCES item (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Search as one types: folded words of name, options, brand, SKU and codes; a prefix is a range of this key.
CREATE TABLE search_token (
  tenant_id  BIGINT NOT NULL,
  token      VARCHAR(40) NOT NULL COLLATE utf8mb4_bin,
  variant_id BINARY(16) NOT NULL,
  PRIMARY KEY (tenant_id, token, variant_id),
  -- The token too: "has this variant a word that begins so?" is one range of this key.
  KEY search_token_variant (tenant_id, variant_id, token)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
