/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.plan.names;

import org.jspecify.annotations.NullMarked;
