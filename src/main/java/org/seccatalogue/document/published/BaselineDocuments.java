package org.seccatalogue.document.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.baseline.PublishedRecords;
import org.seccatalogue.baseline.PublishedSections;
import org.seccatalogue.baseline.files.FileForms;
import org.seccatalogue.document.DocumentModel;
import org.seccatalogue.document.Figure;
import org.seccatalogue.document.SpecificationAssembler;
import org.seccatalogue.document.SpecificationForm;
import org.seccatalogue.document.html.HtmlDocument;
import org.seccatalogue.document.word.WordDocument;
import org.seccatalogue.map.MapQuestion;
import org.seccatalogue.map.published.BaselineMaps;
import org.seccatalogue.record.RecordHead;
import org.seccatalogue.record.RecordKey;
import org.seccatalogue.schema.RecordType;

/// The specifications of a baseline: the same bytes for everybody, everywhere, every day.
@ApplicationScoped
public class BaselineDocuments {

  private static final String LIST =
      "All relations stand as a list below this map where the baseline is published.";

  private final Published published;
  private final PublishedSections sections;
  private final PublishedRecords records;
  private final BaselineMaps maps;

  BaselineDocuments(
      Published published,
      PublishedSections sections,
      PublishedRecords records,
      BaselineMaps maps) {
    this.published = published;
    this.sections = sections;
    this.records = records;
    this.maps = maps;
  }

  /// The heading or clause of that reference, now or before, with which a specification can begin.
  public Optional<RecordHead> section(Baseline baseline, String reference) {
    return RecordKey.parse(reference).isPresent()
        ? Optional.empty()
        : records
            .meant(baseline, reference)
            .one()
            .filter(head -> isHeading(published.schema(baseline).typeOf(head.type())));
  }

  /// What would say which section is meant by a number that several have at their ends.
  public Optional<String> question(Baseline baseline, String reference) {
    return records.meant(baseline, reference).question();
  }

  private static boolean isHeading(RecordType type) {
    return switch (type.kind()) {
      case HEADING, CLAUSE -> true;
      case REQUIREMENT,
          AGREEMENT,
          DEPENDENCY,
          OPTIONS,
          NOTE,
          INTERACTION,
          ASSESSMENT,
          DOCUMENT,
          PARTY ->
          false;
    };
  }

  /// Writes the Word specification of a section.
  public void word(Baseline baseline, RecordHead section, SpecificationForm form, OutputStream out)
      throws IOException {
    new WordDocument().writePlain(model(baseline, section, form), out);
  }

  /// Writes the same as one HTML file in UTF-8.
  public void html(Baseline baseline, RecordHead section, SpecificationForm form, OutputStream out)
      throws IOException {
    new HtmlDocument().write(model(baseline, section, form), out);
  }

  private DocumentModel model(Baseline baseline, RecordHead section, SpecificationForm form) {
    BaselineSource source =
        new BaselineSource(baseline, published.schema(baseline), sections, records);
    DocumentModel model = new SpecificationAssembler(source, section, form).assemble();
    DocumentModel saying = model.saying(FileForms.said(SpecificationWriter.number(form)));
    return switch (form) {
      // The first says nothing of its form.
      case FIRST -> model;
      case SECOND, THIRD -> saying;
      case FOURTH, FIFTH, SIXTH -> withFigure(baseline, section, saying, form);
    };
  }

  private DocumentModel withFigure(
      Baseline baseline, RecordHead section, DocumentModel model, SpecificationForm form) {
    if (!Figure.stands(section)) {
      return model;
    }
    MapQuestion about = MapQuestion.about(section.key().toString());
    return model.with(
        maps.map(baseline, about, form.manner())
            .flatMap(map -> Figure.of(map, model.identity().title(), LIST, form)));
  }
}
