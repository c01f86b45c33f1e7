/// Long work: kept in the database, done by one of a few workers, shown while it runs.
@NullMarked
package org.seccatalogue.job;

import org.jspecify.annotations.NullMarked;
