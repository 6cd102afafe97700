"""Every view with nothing in it, with one thing, with hundreds, with very long names, and in Chinese."""
