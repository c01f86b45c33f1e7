@NullMarked
package org.seccatalogue.api.door;

import org.jspecify.annotations.NullMarked;
