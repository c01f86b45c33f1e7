/// Named, frozen, signed sets of revisions, and the published store that holds nothing else.
@NullMarked
package org.seccatalogue.baseline;

import org.jspecify.annotations.NullMarked;
