/// Forms of records: filled, read, merged with what others changed; decisions that need no form.
@NullMarked
package org.seccatalogue.page.forms;

import org.jspecify.annotations.NullMarked;
