/// Freezing as work that outlives the request which asks for it, and the files that are written
/// ahead of anybody who asks for them.
@NullMarked
package org.seccatalogue.freezing;

import org.jspecify.annotations.NullMarked;
