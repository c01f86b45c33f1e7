/// The rows of plans in the database: what they would do, what was found in them, what people
/// decided.
@NullMarked
package org.seccatalogue.plan.rows;

import org.jspecify.annotations.NullMarked;
