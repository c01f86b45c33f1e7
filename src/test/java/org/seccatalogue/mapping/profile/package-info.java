/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.mapping.profile;

import org.jspecify.annotations.NullMarked;
