/// What a baseline takes of the draft.
@NullMarked
package org.seccatalogue.revision.selection;

import org.jspecify.annotations.NullMarked;
