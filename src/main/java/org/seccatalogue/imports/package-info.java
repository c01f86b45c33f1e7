/// Imports: running, deciding, applying, undoing.
@NullMarked
package org.seccatalogue.imports;

import org.jspecify.annotations.NullMarked;
