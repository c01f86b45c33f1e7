/// What long work is at, and its cancelling.
@NullMarked
package org.seccatalogue.page.jobs;

import org.jspecify.annotations.NullMarked;
