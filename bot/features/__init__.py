"""One file a thing people can do. Each has states it may wait in, a prompt for each, and a step that answers an event."""
