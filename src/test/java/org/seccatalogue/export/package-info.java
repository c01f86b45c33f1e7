/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.export;

import org.jspecify.annotations.NullMarked;
