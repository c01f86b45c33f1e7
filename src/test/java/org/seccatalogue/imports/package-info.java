/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.imports;

import org.jspecify.annotations.NullMarked;
