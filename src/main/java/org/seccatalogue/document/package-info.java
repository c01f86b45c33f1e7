/// A specification as a document: assembled from a source, which is the draft or a baseline, and
/// written in several formats. Writers know nothing of the catalogue that it was assembled from.
@NullMarked
package org.seccatalogue.document;

import org.jspecify.annotations.NullMarked;
