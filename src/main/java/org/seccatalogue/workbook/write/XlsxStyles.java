package org.seccatalogue.workbook.write;

/// The formats of the cells of an exported workbook: `cellXfs` by the numbers of [SheetForm.Look].
public final class XlsxStyles {

  private XlsxStyles() {}

  // Format 49 is text, also for what is typed over it; 164 is a date that reads alike everywhere.
  public static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
      <fonts count="7">
      <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>
      <font><b/><sz val="18"/><color rgb="FF1D4F5C"/><name val="Calibri"/><family val="2"/></font>
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>
      <font><u/><sz val="11"/><color rgb="FF1D70B8"/><name val="Calibri"/><family val="2"/></font>
      <font><b/><sz val="12"/><color rgb="FFAA2A16"/><name val="Calibri"/><family val="2"/></font>
      <font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>
      <font><sz val="11"/><color rgb="FF505A5F"/><name val="Calibri"/><family val="2"/></font>
      </fonts>
      <fills count="4">
      <fill><patternFill patternType="none"/></fill>
      <fill><patternFill patternType="gray125"/></fill>
      <fill><patternFill patternType="solid"><fgColor rgb="FF1D4F5C"/></patternFill></fill>
      <fill><patternFill patternType="solid"><fgColor rgb="FFF3F2F1"/></patternFill></fill>
      </fills>
      <borders count="2">
      <border><left/><right/><top/><bottom/><diagonal/></border>
      <border><left style="thin"><color rgb="FFD9DCDE"/></left>\
      <right style="thin"><color rgb="FFD9DCDE"/></right>\
      <top style="thin"><color rgb="FFD9DCDE"/></top>\
      <bottom style="thin"><color rgb="FFD9DCDE"/></bottom><diagonal/></border>
      </borders>
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
      <cellXfs count="13">
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
      <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
      <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">\
      <alignment vertical="top"/></xf>
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
      <alignment horizontal="left" vertical="top" wrapText="1"/></xf>
      <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>
      <xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1"/>
      <xf numFmtId="49" fontId="5" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" \
      applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">\
      <alignment vertical="center" wrapText="1"/></xf>
      <xf numFmtId="49" fontId="6" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" \
      applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">\
      <alignment horizontal="left" vertical="top"/></xf>
      <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyBorder="1" applyAlignment="1" applyProtection="1">\
      <alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>
      <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" \
      applyNumberFormat="1" applyBorder="1" applyAlignment="1" applyProtection="1">\
      <alignment vertical="top" wrapText="1"/><protection locked="0"/></xf>
      <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" \
      applyAlignment="1" applyProtection="1">\
      <alignment vertical="top"/><protection locked="0"/></xf>
      <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyBorder="1" applyAlignment="1" applyProtection="1">\
      <alignment horizontal="left" vertical="top"/><protection locked="0"/></xf>
      <xf numFmtId="49" fontId="3" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
      </cellXfs>
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
      </styleSheet>
      """;
}
