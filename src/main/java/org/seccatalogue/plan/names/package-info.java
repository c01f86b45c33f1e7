/// What names in rows meant before and mean now.
@NullMarked
package org.seccatalogue.plan.names;

import org.jspecify.annotations.NullMarked;
