/// Files of a baseline, each of a kind and a form, by whom they are written.
@NullMarked
package org.seccatalogue.baseline.files;

import org.jspecify.annotations.NullMarked;
