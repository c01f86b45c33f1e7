/// How a plan becomes records, and is taken back: judged once more and written in the one way,
/// within the transaction of whoever asks.
@NullMarked
package org.seccatalogue.imports.writing;

import org.jspecify.annotations.NullMarked;
