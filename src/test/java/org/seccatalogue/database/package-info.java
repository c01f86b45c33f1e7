@NullMarked
package org.seccatalogue.database;

import org.jspecify.annotations.NullMarked;
