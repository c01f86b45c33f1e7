/// The SEC Part C catalogue: starts the application.
@NullMarked
package org.seccatalogue;

import org.jspecify.annotations.NullMarked;
