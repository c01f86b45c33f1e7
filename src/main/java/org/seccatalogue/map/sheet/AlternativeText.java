package org.seccatalogue.map.sheet;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Says of a page that it is one figure, and in words what that shows (ISO 32000-2, 14.7 and
/// 14.9.3).
final class AlternativeText {

  private static final int FIGURE = 0;

  private final PDDocument document;
  private final PDPage page;

  AlternativeText(PDDocument document, PDPage page) {
    this.document = document;
    this.page = page;
  }

  /// What is drawn from now on is the figure.
  void begin(PDPageContentStream content, SheetTitle title) throws IOException {
    PDDocumentCatalog catalogue = document.getDocumentCatalog();
    catalogue.setLanguage(Locale.UK.toLanguageTag());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalogue.setViewerPreferences(preferences);
    PDMarkInfo mark = new PDMarkInfo();
    mark.setMarked(true);
    catalogue.setMarkInfo(mark);
    catalogue.setStructureTreeRoot(tree(title));
    page.setStructParents(0);
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, FIGURE);
    content.beginMarkedContent(COSName.getPDFName("Figure"), PDPropertyList.create(properties));
  }

  void end(PDPageContentStream content) throws IOException {
    content.endMarkedContent();
  }

  private PDStructureTreeRoot tree(SheetTitle title) {
    PDStructureTreeRoot root = new PDStructureTreeRoot();
    PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(whole);
    PDStructureElement figure = new PDStructureElement(StandardStructureTypes.Figure, whole);
    figure.setPage(page);
    figure.setTitle(title.words());
    figure.setAlternateDescription(title.description());
    figure.getCOSObject().setInt(COSName.K, FIGURE);
    whole.appendKid(figure);
    COSArray figures = new COSArray();
    figures.add(figure);
    COSArray numbers = new COSArray();
    numbers.add(COSInteger.ZERO);
    numbers.add(figures);
    COSDictionary parents = new COSDictionary();
    parents.setItem(COSName.NUMS, numbers);
    root.setParentTree(new PDNumberTreeNode(parents, COSArray.class));
    root.setParentTreeNextKey(1);
    return root;
  }
}
