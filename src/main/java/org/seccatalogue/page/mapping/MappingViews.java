package org.seccatalogue.page.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.mapping.Profile;
import org.seccatalogue.mapping.profile.ProfileStore;
import org.seccatalogue.mapping.profile.SavedProfile;
import org.seccatalogue.page.Choice;
import org.seccatalogue.page.FindingLine;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.schema.Attribute;
import org.seccatalogue.schema.AttributeType;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.suggestion.MappingDraft;
import org.seccatalogue.suggestion.MappingPreview;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// Gathers what the pages of a mapping show.
@ApplicationScoped
class MappingViews {

  private static final int MOST_FINDINGS = 20;
  private static final int LONGEST_CELL = 160;

  private final CatalogueSchema schema;
  private final Mappings mappings;
  private final ProfileStore profiles;
  private final Outline outline;
  private final ColumnViews columns;

  MappingViews(CatalogueSchema schema, Mappings mappings, ProfileStore profiles, Outline outline) {
    this.outline = outline;
    this.columns = new ColumnViews(schema);
    this.schema = schema;
    this.mappings = mappings;
    this.profiles = profiles;
  }

  MappingView.Overview overview(MappingDraft draft, @Nullable String label, List<String> errors) {
    Mappings.Content content = mappings.content(draft);
    ReadAs readAs = ReadAs.of(draft.choices(), content.file());
    return overview(draft, content, readAs, List.of(), label, errors);
  }

  /// The same, when the file cannot be read in another way that was chosen.
  MappingView.Overview unread(MappingDraft draft, ReadingChoices asked, List<String> unread) {
    Mappings.Content content = mappings.content(draft);
    ReadAs readAs = ReadAs.asked(asked, draft.choices(), content.file());
    return overview(draft, content, readAs, unread, null, List.of());
  }

  private MappingView.Overview overview(
      MappingDraft draft,
      Mappings.Content content,
      ReadAs readAs,
      List<String> unread,
      @Nullable String label,
      List<String> errors) {
    List<String> names = content.sheets();
    String called = label == null ? draft.profile().label() : label;
    return new MappingView.Overview(
        draft.id(),
        draft.fileName(),
        readAs,
        unread,
        IntStream.range(0, names.size()).mapToObj(i -> line(draft, names.get(i), i + 1)).toList(),
        called,
        profiles.findSaved(ProfileStore.nameFor(called)).map(SavedProfile::version).orElse(0),
        errors);
  }

  private MappingView.SheetLine line(MappingDraft draft, String sheet, int number) {
    Optional<Profile.SheetProfile> sheetProfile = sheetProfile(draft, sheet);
    return new MappingView.SheetLine(
        sheet,
        "/imports/mappings/" + draft.id() + "/sheets/" + number,
        sheetProfile.isPresent(),
        sheetProfile.map(s -> schema.typeOf(s.type()).plural()).orElse(""),
        sheetProfile
            .map(s -> (int) s.columns().stream().filter(Profile.ColumnProfile::isRead).count())
            .orElse(0));
  }

  static Optional<Profile.SheetProfile> sheetProfile(MappingDraft draft, String sheet) {
    return draft.profile().ignoredSheets().contains(sheet)
        ? Optional.empty()
        : draft.profile().of(sheet);
  }

  MappingView.Sheet sheet(
      MappingDraft draft, String name, int number, MappingPreview preview, List<String> errors) {
    return new MappingView.Sheet(
        draft.id(),
        draft.fileName(),
        name,
        "/imports/mappings/" + draft.id() + "/sheets/" + number,
        layout(preview),
        preview.columns().stream().map(column -> columns.of(column, preview)).toList(),
        preview.withoutColumn().stream().map(a -> constant(a, preview.mapping())).toList(),
        match(preview),
        preview.mapping().shorten(),
        preview(preview),
        errors);
  }

  private MappingView.Layout layout(MappingPreview preview) {
    Profile.SheetProfile sheetProfile = preview.mapping();
    return new MappingView.Layout(
        schema.types().stream()
            .map(t -> new Choice(t.name(), t.label(), t.name().equals(sheetProfile.type())))
            .toList(),
        sheetProfile.headerRows().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        String.valueOf(sheetProfile.dataFrom()),
        sections(sheetProfile, preview.type()));
  }

  /// The headings below which new records may stand, after the one that is usual for the type.
  private List<Choice> sections(Profile.SheetProfile sheetProfile, RecordType type) {
    List<Choice> sections = new ArrayList<>();
    String usual = type.section() == null ? "None" : "Usual for the type: " + type.section();
    sections.add(new Choice("", usual, sheetProfile.section() == null));
    for (Outline.Entry entry : outline.headings()) {
      String reference = entry.head().reference();
      if (reference != null) {
        String text = reference + " " + entry.head().title();
        sections.add(new Choice(reference, text, reference.equals(sheetProfile.section())));
      }
    }
    if (sheetProfile.section() != null && sections.stream().noneMatch(Choice::chosen)) {
      sections.add(new Choice(sheetProfile.section(), sheetProfile.section(), true));
    }
    return sections;
  }

  private static MappingView.Constant constant(
      Attribute attribute, Profile.SheetProfile sheetProfile) {
    String value = sheetProfile.constants().getOrDefault(attribute.name(), "");
    List<String> values = Arrays.stream(value.split(";")).map(String::strip).toList();
    List<Choice> choices =
        switch (attribute.type()) {
          case AttributeType.Code(CodeList codes) -> choices(codes, values);
          case AttributeType.ListOf(AttributeType.Code(CodeList codes)) -> choices(codes, values);
          case AttributeType.Flag() ->
              List.of(
                  new Choice("Y", "Yes", values.contains("Y")),
                  new Choice("N", "No", values.contains("N")));
          default -> List.of();
        };
    String kind =
        choices.isEmpty()
            ? "text"
            : attribute.type() instanceof AttributeType.ListOf ? "checks" : "select";
    return new MappingView.Constant(
        "x:" + attribute.name(),
        "x-" + attribute.name(),
        attribute.label(),
        attribute.required(),
        attribute.hint(),
        kind,
        value,
        choices);
  }

  private static List<Choice> choices(CodeList codes, List<String> chosen) {
    return codes.values().stream()
        .map(v -> new Choice(v.code(), v.label(), chosen.contains(v.code())))
        .toList();
  }

  /// The attributes that may tell which record a row means: those that the sheet gives.
  private static List<Choice> match(MappingPreview preview) {
    List<String> chosen = preview.mapping().match();
    return preview.type().attributes().stream()
        .filter(
            a ->
                preview.given().contains(a.name())
                    || chosen.contains(a.name())
                    || preview.mapping().constants().getOrDefault(a.name(), "").contains("{"))
        .map(a -> new Choice(a.name(), a.label(), null, chosen.contains(a.name()), "m-" + a.name()))
        .toList();
  }

  private MappingView.Preview preview(MappingPreview preview) {
    return new MappingView.Preview(
        preview.shown().stream()
            .map(heading -> new MappingView.Heading(heading.label(), heading.from()))
            .toList(),
        preview.lines().stream().map(MappingViews::line).toList(),
        preview.rows(),
        preview.more(),
        preview.errors(),
        preview.findings().stream()
            .filter(Finding::isError)
            .limit(MOST_FINDINGS)
            .map(FindingLine::of)
            .toList());
  }

  private static MappingView.Line line(MappingPreview.Line line) {
    return new MappingView.Line(
        line.row(),
        line.cells().stream().map(MappingViews::cell).toList(),
        line.others().stream().map(Finding::message).toList());
  }

  private static MappingView.Cell cell(MappingPreview.Cell cell) {
    Map<Boolean, List<String>> messages =
        cell.findings().stream()
            .collect(
                Collectors.partitioningBy(
                    Finding::isError,
                    Collectors.mapping(f -> "Expected " + f.expected(), Collectors.toList())));
    return new MappingView.Cell(
        ColumnViews.cut(cell.text(), LONGEST_CELL),
        Stream.ofNullable(messages.get(true)).flatMap(List::stream).toList(),
        Stream.ofNullable(messages.get(false)).flatMap(List::stream).toList());
  }
}
