/// The specification of the working draft: reads what nobody has published yet.
@NullMarked
package org.seccatalogue.document.draft;

import org.jspecify.annotations.NullMarked;
