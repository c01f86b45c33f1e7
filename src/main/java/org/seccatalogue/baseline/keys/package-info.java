/// Where the private key is that signs what is published: in a file of its owner alone, or with a
/// program that signs. It is in no database, and the public side never needs it.
@NullMarked
package org.seccatalogue.baseline.keys;

import org.jspecify.annotations.NullMarked;
