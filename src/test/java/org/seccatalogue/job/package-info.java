@NullMarked
package org.seccatalogue.job;

import org.jspecify.annotations.NullMarked;
