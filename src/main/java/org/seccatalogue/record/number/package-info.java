/// The numbers of sections and clauses, and the paths that they make.
@NullMarked
package org.seccatalogue.record.number;

import org.jspecify.annotations.NullMarked;
