@NullMarked
package org.seccatalogue.baseline.signing;

import org.jspecify.annotations.NullMarked;
