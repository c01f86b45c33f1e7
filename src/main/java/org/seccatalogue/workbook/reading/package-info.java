/// What the formats share when they read: parts of XML, texts, rows, numbers as they are shown.
@NullMarked
package org.seccatalogue.workbook.reading;

import org.jspecify.annotations.NullMarked;
