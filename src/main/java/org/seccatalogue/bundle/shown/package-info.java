/// What documents show to who reads them, and what in them could hide, add or change words. The
/// files may have been written by other programs.
@NullMarked
package org.seccatalogue.bundle.shown;

import org.jspecify.annotations.NullMarked;
