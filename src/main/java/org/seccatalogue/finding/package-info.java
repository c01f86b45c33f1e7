/// What is wrong and where; used by every stage. Knows nothing but `java`.
@NullMarked
package org.seccatalogue.finding;

import org.jspecify.annotations.NullMarked;
