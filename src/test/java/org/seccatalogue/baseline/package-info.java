@NullMarked
package org.seccatalogue.baseline;

import org.jspecify.annotations.NullMarked;
