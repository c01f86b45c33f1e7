@NullMarked
package org.seccatalogue.record;

import org.jspecify.annotations.NullMarked;
