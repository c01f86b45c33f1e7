@NullMarked
package org.seccatalogue.scratch;

import org.jspecify.annotations.NullMarked;
