/// The database the catalogue brings along: a directory goes in, a running PostgreSQL and the
/// settings that reach it come out. Used only when no server is configured; knows nothing but
/// `java` and the archives of PostgreSQL.
@NullMarked
package org.seccatalogue.database;

import org.jspecify.annotations.NullMarked;
