"""Text as people write it: inline and block Markdown, LaTeX formulas, program listings."""
