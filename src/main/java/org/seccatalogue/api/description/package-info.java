/// The contract as it is served, checked against, and given to those who make clients.
@NullMarked
package org.seccatalogue.api.description;

import org.jspecify.annotations.NullMarked;
