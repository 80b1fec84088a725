"""The types at the boundaries between stages: frozen, slotted, data only."""
