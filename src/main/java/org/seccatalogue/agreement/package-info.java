/// What the records of a chapter say of existing codes and agreements, in whatever way they say it,
/// and what the administrators of these answer.
@NullMarked
package org.seccatalogue.agreement;

import org.jspecify.annotations.NullMarked;
