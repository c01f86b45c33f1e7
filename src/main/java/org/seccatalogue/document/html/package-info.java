/// Documents as web pages.
@NullMarked
package org.seccatalogue.document.html;

import org.jspecify.annotations.NullMarked;
