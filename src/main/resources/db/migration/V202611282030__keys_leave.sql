-- Private keys leave the database: the program moves them to a file when it starts.

grant delete on signing_key to ${applicationRole};
