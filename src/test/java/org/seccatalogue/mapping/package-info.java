/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.mapping;

import org.jspecify.annotations.NullMarked;
