"""Block types on a slide: how each is measured, drawn and split."""
