/// The draft to be read: records, sections, outline, search, trace.
@NullMarked
package org.seccatalogue.page.records;

import org.jspecify.annotations.NullMarked;
