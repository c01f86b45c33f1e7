/// Numbers of sections that change, and what had them before.
@NullMarked
package org.seccatalogue.revision.numbering;

import org.jspecify.annotations.NullMarked;
