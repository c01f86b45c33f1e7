/// Mappings suggested for workbooks that no profile fits.
@NullMarked
package org.seccatalogue.suggestion;

import org.jspecify.annotations.NullMarked;
