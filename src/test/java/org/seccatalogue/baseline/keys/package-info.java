@NullMarked
package org.seccatalogue.baseline.keys;

import org.jspecify.annotations.NullMarked;
