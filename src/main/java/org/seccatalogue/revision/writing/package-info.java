/// The only writer of records, revisions, links, places and stages, and what stands in its way.
@NullMarked
package org.seccatalogue.revision.writing;

import org.jspecify.annotations.NullMarked;
