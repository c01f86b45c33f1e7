/// Specifications: one document model, assembled once, and its writers.
@NullMarked
package org.seccatalogue.document;

import org.jspecify.annotations.NullMarked;
