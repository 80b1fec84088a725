"""Output formats, one package or module each behind one `write` function."""
