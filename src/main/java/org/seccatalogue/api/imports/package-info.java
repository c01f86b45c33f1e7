/// Workbooks sent by programs, their plans and profiles.
@NullMarked
package org.seccatalogue.api.imports;

import org.jspecify.annotations.NullMarked;
