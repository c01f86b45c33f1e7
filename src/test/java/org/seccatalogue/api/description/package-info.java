@NullMarked
package org.seccatalogue.api.description;

import org.jspecify.annotations.NullMarked;
