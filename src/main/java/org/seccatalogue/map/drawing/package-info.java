/// Lays a map out on a sheet of A3 and draws it.
@NullMarked
package org.seccatalogue.map.drawing;

import org.jspecify.annotations.NullMarked;
