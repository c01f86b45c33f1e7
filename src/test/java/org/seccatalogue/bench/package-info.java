/// Measures the catalogue beside what the same work costs at least on the same machine. Nothing
/// here asserts a time.
@NullMarked
package org.seccatalogue.bench;

import org.jspecify.annotations.NullMarked;
