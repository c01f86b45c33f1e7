/// The example that an empty catalogue begins with.
@NullMarked
package org.seccatalogue.example;

import org.jspecify.annotations.NullMarked;
