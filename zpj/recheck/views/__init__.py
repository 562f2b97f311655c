"""What the checks of rules look at: one small view, made of an issued form or of a form typed elsewhere."""
