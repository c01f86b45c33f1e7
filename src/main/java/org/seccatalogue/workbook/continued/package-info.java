/// Texts that are too long for a cell: they stand in cells of rows below one another, and are read
/// as one. Knows no catalogue.
@NullMarked
package org.seccatalogue.workbook.continued;

import org.jspecify.annotations.NullMarked;
