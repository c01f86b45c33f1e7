/// Digests, trees of them, and signatures over them, by published standards.
@NullMarked
package org.seccatalogue.baseline.signing;

import org.jspecify.annotations.NullMarked;
