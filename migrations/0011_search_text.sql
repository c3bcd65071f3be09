-- All words of a variant in one row: "has it every word that was typed?" is one row of this key, however many words they
-- are, where the words' own rows lie all over theirs. The key by variant, which answered that before, goes.
CREATE TABLE search_text (
  tenant_id  BIGINT NOT NULL,
  variant_id BINARY(16) NOT NULL,
  -- Its tokens, each with a space before it.
  words      TEXT NOT NULL COLLATE utf8mb4_bin,
  PRIMARY KEY (tenant_id, variant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- 64 words of 40 characters of at most four bytes.
SET SESSION group_concat_max_len = 16384;

INSERT INTO search_text (tenant_id, variant_id, words)
SELECT tenant_id, variant_id, CONCAT(' ', GROUP_CONCAT(token ORDER BY token SEPARATOR ' ')) FROM search_token GROUP BY tenant_id, variant_id;

ALTER TABLE search_token DROP KEY search_token_variant;
