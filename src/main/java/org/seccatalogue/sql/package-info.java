/// Statements that say what they return: rows become records, column by column, by name.
@NullMarked
package org.seccatalogue.sql;

import org.jspecify.annotations.NullMarked;
