/// Baselines and what changed between them as workbooks.
@NullMarked
package org.seccatalogue.export.published;

import org.jspecify.annotations.NullMarked;
