/// Documents of baselines and of changes between them: reads what is published, and nothing of the
/// draft.
@NullMarked
package org.seccatalogue.document.published;

import org.jspecify.annotations.NullMarked;
