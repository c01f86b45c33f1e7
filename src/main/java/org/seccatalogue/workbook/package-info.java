/// Files of rows, whatever their format: opened as what they are, read as a stream.
/// Knows no catalogue.
@NullMarked
package org.seccatalogue.workbook;

import org.jspecify.annotations.NullMarked;
