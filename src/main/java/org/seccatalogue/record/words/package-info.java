/// What stands in the words of a record besides what they say, and whom names mean.
@NullMarked
package org.seccatalogue.record.words;

import org.jspecify.annotations.NullMarked;
