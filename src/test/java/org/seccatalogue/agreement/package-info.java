@NullMarked
package org.seccatalogue.agreement;

import org.jspecify.annotations.NullMarked;
