/// Workbooks sent, their plans, decided, applied and undone.
@NullMarked
package org.seccatalogue.page.imports;

import org.jspecify.annotations.NullMarked;
