"""What people type, in English and Chinese, turned into values with certainty. Knows no OKR record, no card, no platform."""
