-- A proof may begin later than with the first movement.
ALTER TABLE proof
  -- What was recorded from about then on was looked at. NULL: everything.
  ADD COLUMN since_at       DATETIME(6) NULL,
  -- The seal through which all is right, by this proof and those that it goes on from. NULL: it says nothing of all.
  ADD COLUMN proved_through BIGINT NULL,
  ADD KEY proof_at (tenant_id, at);
