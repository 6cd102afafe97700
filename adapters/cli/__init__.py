"""Commands of the command line that are more than one call: what `app.py` offers beside serving."""
