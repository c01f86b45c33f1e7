@NullMarked
package org.seccatalogue.queue;

import org.jspecify.annotations.NullMarked;
