/// How records, their values and links stand on pages, of the draft and of baselines alike.
@NullMarked
package org.seccatalogue.page.shown;

import org.jspecify.annotations.NullMarked;
