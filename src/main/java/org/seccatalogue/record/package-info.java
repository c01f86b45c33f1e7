/// What a record says: raw values and a record type become attributes that are valid by
/// construction, with one canonical form and its digest. Pure Java and JSON.
@NullMarked
package org.seccatalogue.record;

import org.jspecify.annotations.NullMarked;
