/// The pages for people: server-rendered, complete without script. GET renders, POST redirects.
@NullMarked
package org.seccatalogue.page;

import org.jspecify.annotations.NullMarked;
