/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.suggestion;

import org.jspecify.annotations.NullMarked;
