@NullMarked
package org.seccatalogue.finding;

import org.jspecify.annotations.NullMarked;
