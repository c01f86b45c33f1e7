package org.seccatalogue.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.workbook.write.CellValue;
import org.seccatalogue.workbook.write.SheetForm.Look;

/// One column of exported records.
///
/// @param header as an import recognises it
/// @param width in characters
/// @param choices what may be chosen; empty when anything may stand there
/// @param value what a record says there, if anything
public record ExportColumn(
    String header,
    double width,
    Look look,
    boolean hidden,
    List<String> choices,
    String hint,
    Function<ExportRow, @Nullable CellValue> value) {}
