package org.seccatalogue.document.published;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.seccatalogue.baseline.files.FileKind;
import org.seccatalogue.baseline.files.FileMarks;
import org.seccatalogue.baseline.files.PublishedWriter;
import org.seccatalogue.document.SpecificationForm;

/// The writers of specifications: each form in which any was ever published, as Word and as HTML.
final class SpecificationWriters {

  static final FileMarks IN_WORD =
      new FileMarks(
          List.of(
              "(?:<w:p><w:pPr><w:pStyle w:val=\"[^\"]{1,80}\"/>(?:<w:pageBreakBefore/>)?</w:pPr>)?"
                  + "<w:bookmarkStart w:id=\"[0-9]+\" w:name=\"a_([A-Z]{3}_[0-9]{4,9})_",
              "<wp:docPr id=\"1\" name=\"(Figure 1)\""),
          List.of("<w:sectPr", "</w:drawing>"));

  private static final FileMarks IN_HTML =
      new FileMarks(
          List.of(
              "<[a-z0-9]+(?: [^<>]{0,200}?)? id=\"([A-Z]{3}-[0-9]{4,9})\"",
              "<figure class=\"sec-figure\" id=\"figure-1\" data-name=\"(Figure 1)\""),
          List.of("</main>", "</figure>"));

  SpecificationWriters() {}

  private static PublishedWriter word(BaselineDocuments documents, SpecificationForm form) {
    return new SpecificationWriter(FileKind.WORD, form, IN_WORD, documents::word);
  }

  private static PublishedWriter html(BaselineDocuments documents, SpecificationForm form) {
    return new SpecificationWriter(FileKind.HTML, form, IN_HTML, documents::html);
  }

  @Produces
  @Singleton
  static PublishedWriter firstWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.FIRST);
  }

  @Produces
  @Singleton
  static PublishedWriter firstHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.FIRST);
  }

  @Produces
  @Singleton
  static PublishedWriter secondWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.SECOND);
  }

  @Produces
  @Singleton
  static PublishedWriter secondHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.SECOND);
  }

  @Produces
  @Singleton
  static PublishedWriter thirdWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.THIRD);
  }

  @Produces
  @Singleton
  static PublishedWriter thirdHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.THIRD);
  }

  @Produces
  @Singleton
  static PublishedWriter fourthWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.FOURTH);
  }

  @Produces
  @Singleton
  static PublishedWriter fourthHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.FOURTH);
  }

  @Produces
  @Singleton
  static PublishedWriter fifthWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.FIFTH);
  }

  @Produces
  @Singleton
  static PublishedWriter fifthHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.FIFTH);
  }

  @Produces
  @Singleton
  static PublishedWriter sixthWord(BaselineDocuments documents) {
    return word(documents, SpecificationForm.SIXTH);
  }

  @Produces
  @Singleton
  static PublishedWriter sixthHtml(BaselineDocuments documents) {
    return html(documents, SpecificationForm.SIXTH);
  }
}
