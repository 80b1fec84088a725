"""Diagrams as native shapes: how their nodes stand to each other."""
