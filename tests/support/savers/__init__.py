"""How other programs write a form: real ones, Excel's and WPS's spelling, lawful changes."""
