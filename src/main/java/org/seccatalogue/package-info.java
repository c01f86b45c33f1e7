/// Where the catalogue begins.
@NullMarked
package org.seccatalogue;

import org.jspecify.annotations.NullMarked;
