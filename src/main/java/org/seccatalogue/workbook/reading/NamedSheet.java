package org.seccatalogue.workbook.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.SheetLayout;
import org.seccatalogue.workbook.Workbook;

/// A sheet as the list of sheets tells of it. Its layout is read when it is first asked for.
public abstract class NamedSheet implements Workbook.Sheet {

  protected final String name;
  private final boolean hidden;
  private @Nullable SheetLayout layout;

  protected NamedSheet(String name, boolean hidden) {
    this.name = name;
    this.hidden = hidden;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean hidden() {
    return hidden;
  }

  @Override
  public final SheetLayout layout() throws IOException {
    if (layout == null) {
      layout = readLayout();
    }
    return layout;
  }

  protected abstract SheetLayout readLayout() throws IOException;
}
