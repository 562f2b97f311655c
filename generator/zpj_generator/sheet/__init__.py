"""What a form sheet is made of: columns, cells, ranges, number formats, heights of texts. Knows no rule."""
