/// A sheet of paper, and what it becomes: SVG, PDF or PNG. Knows nothing of what is drawn on it.
@NullMarked
package org.seccatalogue.map.sheet;

import org.jspecify.annotations.NullMarked;
