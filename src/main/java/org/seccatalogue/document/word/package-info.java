/// Documents of Word.
@NullMarked
package org.seccatalogue.document.word;

import org.jspecify.annotations.NullMarked;
