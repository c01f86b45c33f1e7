@NullMarked
package org.seccatalogue.record.order;

import org.jspecify.annotations.NullMarked;
