/// A specification as a document: assembled once, written in several formats. Knows nothing of the
/// catalogue that it was assembled from.
@NullMarked
package org.seccatalogue.document;

import org.jspecify.annotations.NullMarked;
