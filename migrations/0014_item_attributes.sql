-- What is said of an item by name and value, in the order it was given: [{"name": "Material", "value": "Cotton"}].
ALTER TABLE item ADD COLUMN attributes JSON NOT NULL DEFAULT (JSON_ARRAY());
