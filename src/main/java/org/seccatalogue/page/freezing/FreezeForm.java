package org.seccatalogue.page.freezing;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.baseline.Disclosure;
import org.seccatalogue.baseline.FreezeRequest;
import org.seccatalogue.baseline.Selection;
import org.seccatalogue.baseline.Waiver;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.page.Html;

/// Reads the form of a baseline that is to be frozen.
final class FreezeForm {

  /// Between the choice and the digest of what was shown of it.
  private static final char SEEN = '.';

  private static final String REASON = "reason:";
  private static final String BY = "by:";

  private final MultivaluedMap<String, String> fields;

  FreezeForm(MultivaluedMap<String, String> fields) {
    this.fields = fields;
  }

  /// The form as it was filled in to ask for that.
  static FreezeForm of(FreezeRequest request) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    Selection selection = request.selection();
    fields.putSingle("name", request.name());
    fields.putSingle("dated", request.dated().toString());
    fields.putSingle("note", Objects.requireNonNullElse(request.note(), ""));
    fields.putSingle("by", request.by());
    fields.put("section", selection.sections());
    fields.put("type", selection.types());
    fields.put("stage", selection.stages());
    fields.putSingle("wanted", Objects.requireNonNullElse(selection.wanted(), ""));
    fields.putSingle("notes", selection.notes() ? "true" : "");
    fields.putSingle("marked", selection.marked() ? "true" : "");
    fields.put("disclosure", request.disclosed().attributes());
    fields.putSingle("linkNotes", request.disclosed().linkNotes() ? "true" : "");
    for (Waiver waiver : request.waivers()) {
      fields.putSingle(REASON + waiver.code(), waiver.reason());
      fields.putSingle(BY + waiver.code(), waiver.by());
    }
    return new FreezeForm(fields);
  }

  /// Whether the button that freezes was pressed, and not the one that looks.
  boolean freezes() {
    return text("action").equals("freeze");
  }

  String text(String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "").replace('\0', ' ').strip();
  }

  List<String> texts(String name) {
    return fields.getOrDefault(name, List.of()).stream().filter(t -> !t.isBlank()).toList();
  }

  String reason(FindingCode code) {
    return text(REASON + code);
  }

  String by(FindingCode code) {
    return text(BY + code);
  }

  /// What is wrong before anything can be asked for.
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (text("name").isEmpty()) {
      findings.add(missing("/name", "the name of the baseline"));
    }
    if (dated() == null) {
      findings.add(missing("/dated", "the date on the baseline"));
    }
    if (freezes()) {
      waivers().stream()
          .filter(waiver -> waiver.by().isEmpty())
          .forEach(
              waiver ->
                  findings.add(
                      missing("/by/" + waiver.code(), "the name of the person who approves it")));
    }
    return findings;
  }

  private static Finding missing(String pointer, String expected) {
    return Finding.error(FindingCode.MISSING_VALUE, new Place.Pointer(pointer), null, expected);
  }

  private @Nullable LocalDate dated() {
    try {
      return LocalDate.parse(text("dated"));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// What is asked for; there are no findings.
  ///
  /// @param by the role or name that publishes it
  FreezeRequest request(String by) {
    Selection selection =
        new Selection(
            texts("section"),
            texts("type"),
            texts("stage"),
            Html.given(text("wanted")),
            isTicked("notes"),
            isTicked("marked"));
    return new FreezeRequest(
        text("name"),
        Objects.requireNonNull(dated()),
        selection,
        waivers().stream().filter(waiver -> !waiver.by().isEmpty()).toList(),
        Html.given(text("note")),
        by,
        disclosure(),
        freezes() ? Html.given(text("shown").substring(text("shown").indexOf(SEEN) + 1)) : null);
  }

  /// What goes out of what is internal.
  Disclosure disclosure() {
    return new Disclosure(texts("disclosure"), isTicked("linkNotes"));
  }

  /// A tick is what the page sends for one, and nothing else: what goes out by mistake cannot be
  /// taken back.
  boolean isTicked(String name) {
    return text(name).equals("true");
  }

  /// What the page was seen to show: the choice, and the digest of what it came to.
  String shown(@Nullable String digest) {
    return choice() + SEEN + (digest == null ? "" : digest);
  }

  /// Tells what is chosen to go out from every other choice, in whichever order it was made.
  String choice() {
    String all =
        Stream.of(
                "section", "type", "stage", "wanted", "notes", "marked", "disclosure", "linkNotes")
            .map(
                name -> name + texts(name).stream().map(String::strip).sorted().distinct().toList())
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Whether it would publish something else than what was shown of it.
  boolean isChosenAnew() {
    String choice = choice() + SEEN;
    String shown = text("shown");
    return freezes() && (shown.equals(choice) || !shown.startsWith(choice));
  }

  /// One for each code that was given a reason.
  private List<Waiver> waivers() {
    return fields.keySet().stream()
        .filter(name -> name.startsWith(REASON) && !text(name).isEmpty())
        .sorted()
        .map(name -> name.substring(REASON.length()))
        .flatMap(FreezeForm::code)
        .map(code -> new Waiver(code.name(), null, reason(code), by(code)))
        .toList();
  }

  private static Stream<FindingCode> code(String name) {
    return Stream.of(FindingCode.values()).filter(code -> code.name().equals(name));
  }
}
