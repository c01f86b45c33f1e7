package org.seccatalogue.baseline.files;

import java.io.IOException;
import java.io.OutputStream;

/// Writes files of one kind in one form: a bean for each form of each kind. Once something was
/// published in a form, its bytes stay what they are: whatever would change them is another form,
/// written by another bean.
public interface PublishedWriter {

  FileKind kind();

  /// Counted from 1. From the second on, files say it in their metadata, in the words of
  /// [FileForms#said(int)].
  int form();

  /// Writes a file of this kind and form. The stream stays open.
  void write(PublishedFile file, OutputStream out) throws IOException;

  /// Where records stand in its bytes.
  FileMarks marks();
}
