/// Files that are needed for a while.
@NullMarked
package org.seccatalogue.scratch;

import org.jspecify.annotations.NullMarked;
