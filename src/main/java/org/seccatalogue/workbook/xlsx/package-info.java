/// The workbooks of Excel since 2007.
@NullMarked
package org.seccatalogue.workbook.xlsx;

import org.jspecify.annotations.NullMarked;
