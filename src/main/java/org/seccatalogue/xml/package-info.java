/// XML as it is written: the parts of workbooks and Word documents.
@NullMarked
package org.seccatalogue.xml;

import org.jspecify.annotations.NullMarked;
