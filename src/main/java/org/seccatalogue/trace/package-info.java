/// Links between records and how sound they are.
@NullMarked
package org.seccatalogue.trace;

import org.jspecify.annotations.NullMarked;
