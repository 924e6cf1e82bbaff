"""New revisions of wiring tables: cabinets under way are moved to them, removed wires are confirmed gone."""
