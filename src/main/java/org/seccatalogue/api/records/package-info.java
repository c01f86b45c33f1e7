/// The draft for programs: records, history, outline, trace, exports.
@NullMarked
package org.seccatalogue.api.records;

import org.jspecify.annotations.NullMarked;
