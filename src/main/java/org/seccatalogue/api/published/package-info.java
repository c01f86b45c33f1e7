/// What everybody may read: baselines and what is made from them. Nothing here sees the draft.
@NullMarked
package org.seccatalogue.api.published;

import org.jspecify.annotations.NullMarked;
