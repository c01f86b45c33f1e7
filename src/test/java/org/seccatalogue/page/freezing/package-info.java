@NullMarked
package org.seccatalogue.page.freezing;

import org.jspecify.annotations.NullMarked;
