/// Maps of baselines: reads what is published alone.
@NullMarked
package org.seccatalogue.map.published;

import org.jspecify.annotations.NullMarked;
