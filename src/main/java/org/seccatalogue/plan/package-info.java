/// Rows compared with the catalogue: what each would change, what is wrong, what is in conflict.
@NullMarked
package org.seccatalogue.plan;

import org.jspecify.annotations.NullMarked;
