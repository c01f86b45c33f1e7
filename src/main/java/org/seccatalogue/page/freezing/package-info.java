/// What stands in the way of a baseline, and its freezing.
@NullMarked
package org.seccatalogue.page.freezing;

import org.jspecify.annotations.NullMarked;
