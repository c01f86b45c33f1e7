@NullMarked
package org.seccatalogue;

import org.jspecify.annotations.NullMarked;
