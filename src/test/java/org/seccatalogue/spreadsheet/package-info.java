@NullMarked
package org.seccatalogue.spreadsheet;

import org.jspecify.annotations.NullMarked;
