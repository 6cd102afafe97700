"""The words between the core and any platform: what came in, what to show, in whose language. Knows no OKR and no platform."""
