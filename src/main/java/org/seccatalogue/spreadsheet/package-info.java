/// Workbooks and records: profiles, reading, plans of changes, and applying them.
@NullMarked
package org.seccatalogue.spreadsheet;

import org.jspecify.annotations.NullMarked;
