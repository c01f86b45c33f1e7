/// What anybody may ask of baselines over HTTP. Sees nothing of the draft.
@NullMarked
package org.seccatalogue.api.published;

import org.jspecify.annotations.NullMarked;
