"""What a workbook says, as frozen data: the same whichever program saved it.

Every default is what a file means that says nothing. Colours are six hexadecimal digits in capitals; whatever
is not understood is kept by name in a field ``unknown`` and never dropped.
"""
