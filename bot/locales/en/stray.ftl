stray-button = That button is from another version of me and does nothing here any more; nothing was recorded. Typing works always, and this takes you home.
stray-home = What is mine
stray-nothing-open = There is nothing open to cancel.
