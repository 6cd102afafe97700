"""The field itself: what an OKR is, its arithmetic, its rhythm, its coach. Values only: no storage, no words, no platform."""
