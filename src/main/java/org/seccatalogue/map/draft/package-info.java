/// Maps of the working draft: reads what nobody has published yet.
@NullMarked
package org.seccatalogue.map.draft;

import org.jspecify.annotations.NullMarked;
