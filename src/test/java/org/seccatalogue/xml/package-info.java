@NullMarked
package org.seccatalogue.xml;

import org.jspecify.annotations.NullMarked;
