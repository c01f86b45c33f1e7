/// The order of siblings, whatever they are.
@NullMarked
package org.seccatalogue.record.order;

import org.jspecify.annotations.NullMarked;
