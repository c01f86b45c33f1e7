/// The map of the code: what stands in it, what touches what, and how that is laid out and drawn.
/// Knows records and their types, but neither the draft nor what is published.
@NullMarked
package org.seccatalogue.map;

import org.jspecify.annotations.NullMarked;
