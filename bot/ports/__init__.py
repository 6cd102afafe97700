"""What the core needs from outside, as Protocols: the Book (read only), the Unit (one transaction), the Door, the Clock."""
