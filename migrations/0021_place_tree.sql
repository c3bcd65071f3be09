-- What is in a place is found by a key: its tree is walked to see what stands below, and how deep it goes.
ALTER TABLE location ADD KEY location_parent (tenant_id, parent_id, code);
