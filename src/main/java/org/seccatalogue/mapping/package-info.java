/// What the tables and columns of a workbook mean: sheets, headers, cells.
@NullMarked
package org.seccatalogue.mapping;

import org.jspecify.annotations.NullMarked;
