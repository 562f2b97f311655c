"""The Excel side of zpj: what the buttons of the add-in do, in Python through xlwings."""
