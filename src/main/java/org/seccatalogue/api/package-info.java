/// The HTTP interface for programs, as `openapi/` says.
@NullMarked
package org.seccatalogue.api;

import org.jspecify.annotations.NullMarked;
