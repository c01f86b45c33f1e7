@NullMarked
package org.seccatalogue.sql;

import org.jspecify.annotations.NullMarked;
