who-unknown = I know nobody called “{ $name }” here, and nothing changed. People are found by @handle or full name.
who-has-left = { $name } is no longer here, and nothing changed. Name somebody else.
who-several = More than one person here is called that: { $people }. Nothing changed; say it again with the @ of the one you mean.
