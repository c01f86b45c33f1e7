/// Workbooks written as a stream.
@NullMarked
package org.seccatalogue.workbook.write;

import org.jspecify.annotations.NullMarked;
