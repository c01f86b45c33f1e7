@NullMarked
package org.seccatalogue.baseline.comparison;

import org.jspecify.annotations.NullMarked;
