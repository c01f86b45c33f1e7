/// Workbooks given back with findings in them, everything else as it was sent.
@NullMarked
package org.seccatalogue.workbook.annotate;

import org.jspecify.annotations.NullMarked;
