/// The drafting store: records in one outline, their append-only revisions and their links.
@NullMarked
package org.seccatalogue.revision;

import org.jspecify.annotations.NullMarked;
