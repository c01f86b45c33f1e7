@NullMarked
package org.seccatalogue.baseline.freezing;

import org.jspecify.annotations.NullMarked;
