@NullMarked
package org.seccatalogue.page.published;

import org.jspecify.annotations.NullMarked;
