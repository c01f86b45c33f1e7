/// The only writer of the published store: publishing, marks, keys.
@NullMarked
package org.seccatalogue.baseline.publication;

import org.jspecify.annotations.NullMarked;
