/// Public answers whoever gives them: kept, coded, limited, files made in a queue.
@NullMarked
package org.seccatalogue.api.published.answers;

import org.jspecify.annotations.NullMarked;
