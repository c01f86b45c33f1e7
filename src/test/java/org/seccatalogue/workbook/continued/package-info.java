/// Tests of texts that are too long for a cell.
@NullMarked
package org.seccatalogue.workbook.continued;

import org.jspecify.annotations.NullMarked;
