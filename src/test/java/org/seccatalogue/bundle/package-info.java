@NullMarked
package org.seccatalogue.bundle;

import org.jspecify.annotations.NullMarked;
