/// What readers look for: words and facets, services, devices, and first calls of programs.
@NullMarked
package org.seccatalogue.page.published.search;

import org.jspecify.annotations.NullMarked;
