@NullMarked
package org.seccatalogue.page.forms;

import org.jspecify.annotations.NullMarked;
