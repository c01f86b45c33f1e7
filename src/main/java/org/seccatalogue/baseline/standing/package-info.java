/// What became of published records by now.
@NullMarked
package org.seccatalogue.baseline.standing;

import org.jspecify.annotations.NullMarked;
