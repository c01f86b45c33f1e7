@NullMarked
package org.seccatalogue.zip;

import org.jspecify.annotations.NullMarked;
