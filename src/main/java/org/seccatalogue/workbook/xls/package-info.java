/// The binary workbooks of Excel 97 to 2003.
@NullMarked
package org.seccatalogue.workbook.xls;

import org.jspecify.annotations.NullMarked;
