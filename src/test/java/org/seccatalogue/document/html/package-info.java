@NullMarked
package org.seccatalogue.document.html;

import org.jspecify.annotations.NullMarked;
