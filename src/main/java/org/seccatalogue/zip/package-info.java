/// Zip archives: packed as usual, and plain ones that are the same bytes everywhere.
@NullMarked
package org.seccatalogue.zip;

import org.jspecify.annotations.NullMarked;
