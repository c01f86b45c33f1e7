/// The draft as it stands, judged by the gate and frozen.
@NullMarked
package org.seccatalogue.baseline.freezing;

import org.jspecify.annotations.NullMarked;
