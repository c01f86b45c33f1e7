/// Text with separators.
@NullMarked
package org.seccatalogue.workbook.csv;

import org.jspecify.annotations.NullMarked;
