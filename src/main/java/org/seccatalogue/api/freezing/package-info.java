/// Gate, freezing and marks of baselines.
@NullMarked
package org.seccatalogue.api.freezing;

import org.jspecify.annotations.NullMarked;
