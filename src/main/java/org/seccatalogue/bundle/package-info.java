/// All of a baseline in one file, and telling what is authentic.
@NullMarked
package org.seccatalogue.bundle;

import org.jspecify.annotations.NullMarked;
