/// What tables and columns of a workbook mean, chosen and shown; profiles that are kept.
@NullMarked
package org.seccatalogue.page.mapping;

import org.jspecify.annotations.NullMarked;
