/// Tests of the pages.
@NullMarked
package org.seccatalogue.page;

import org.jspecify.annotations.NullMarked;
