/// What a source proposes: rows of unchecked values with their places, whatever the source is. A
/// source reads a workbook, a paste, an exchange file or a document; who plans knows none of them.
@NullMarked
package org.seccatalogue.proposal;

import org.jspecify.annotations.NullMarked;
