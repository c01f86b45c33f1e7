/// OpenDocument spreadsheets.
@NullMarked
package org.seccatalogue.workbook.ods;

import org.jspecify.annotations.NullMarked;
