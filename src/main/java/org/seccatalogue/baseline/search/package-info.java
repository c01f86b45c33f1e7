/// What readers look for in a baseline: words, facets, devices.
@NullMarked
package org.seccatalogue.baseline.search;

import org.jspecify.annotations.NullMarked;
