/// Pictures in documents, and what is seen of them.
@NullMarked
package org.seccatalogue.bundle.shown.picture;

import org.jspecify.annotations.NullMarked;
