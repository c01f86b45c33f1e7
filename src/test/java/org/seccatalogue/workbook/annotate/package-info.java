/// Tests of the package of the same name.
@NullMarked
package org.seccatalogue.workbook.annotate;

import org.jspecify.annotations.NullMarked;
