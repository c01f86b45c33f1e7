/// Records of the draft as workbooks and text files.
@NullMarked
package org.seccatalogue.export;

import org.jspecify.annotations.NullMarked;
