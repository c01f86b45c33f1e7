@NullMarked
package org.seccatalogue.api.published.answers;

import org.jspecify.annotations.NullMarked;
