@NullMarked
package org.seccatalogue.baseline.search;

import org.jspecify.annotations.NullMarked;
