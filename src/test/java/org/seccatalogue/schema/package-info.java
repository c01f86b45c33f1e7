@NullMarked
package org.seccatalogue.schema;

import org.jspecify.annotations.NullMarked;
