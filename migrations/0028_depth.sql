-- More may arrive of a transfer than was sent.
ALTER TABLE transfer_line
  -- What came more than was sent; it is in what arrived.
  ADD COLUMN surplus DECIMAL(19,6) NOT NULL DEFAULT 0 AFTER shipped,
  DROP CONSTRAINT transfer_line_parts,
  DROP CONSTRAINT transfer_line_whole,
  ADD CONSTRAINT transfer_line_parts CHECK (surplus >= 0 AND received >= 0 AND damaged >= 0 AND missing >= 0 AND returned >= 0),
  ADD CONSTRAINT transfer_line_whole CHECK (received + damaged + missing + returned <= shipped + surplus);
