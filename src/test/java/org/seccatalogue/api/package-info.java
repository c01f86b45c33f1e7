@NullMarked
package org.seccatalogue.api;

import org.jspecify.annotations.NullMarked;
