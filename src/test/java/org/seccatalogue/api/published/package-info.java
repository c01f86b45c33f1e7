@NullMarked
package org.seccatalogue.api.published;

import org.jspecify.annotations.NullMarked;
