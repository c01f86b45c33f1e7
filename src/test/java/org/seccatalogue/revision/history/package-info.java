@NullMarked
package org.seccatalogue.revision.history;

import org.jspecify.annotations.NullMarked;
