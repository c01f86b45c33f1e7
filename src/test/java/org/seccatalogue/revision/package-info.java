@NullMarked
package org.seccatalogue.revision;

import org.jspecify.annotations.NullMarked;
