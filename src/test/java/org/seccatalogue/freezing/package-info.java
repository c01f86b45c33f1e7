@NullMarked
package org.seccatalogue.freezing;

import org.jspecify.annotations.NullMarked;
