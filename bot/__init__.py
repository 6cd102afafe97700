"""The conversation core: what people say goes in, what to answer comes out. It knows no platform, no database and no clock."""
