"""Recognition by meaning: from a grid of texts to typed forms.

Header words, number patterns and the names of levels say what is what; no cell address does. It reads
grids only, so the same code recognises every format a form may come in. The way through it: a header
(``table_header``) and titles bound a form (``form_regions``); blocks above the table and the table itself are
read one by one; ``form_assembly`` puts them together and reports what none of them claimed.
"""
