package org.seccatalogue.api.imports;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;
import org.seccatalogue.workbook.ReadingChoices;

/// How a workbook is to be read, as a form that brings it says. What it does not say is as usual.
final class ReadingForm {

  private static final List<String> ANSWERS = List.of("true", "false");

  private final MultipartFormDataInput form;
  private final List<Finding> findings;

  private ReadingForm(MultipartFormDataInput form, List<Finding> findings) {
    this.form = form;
    this.findings = findings;
  }

  /// The names of the fields that a form with a workbook may have.
  static List<String> with(String... others) {
    return Stream.concat(
            Stream.of(others),
            Stream.of(
                "hiddenSheets", "hiddenRows", "hiddenColumns", "encoding", "separator", "quote"))
        .toList();
  }

  /// @param findings gets what is wrong
  static ReadingChoices read(MultipartFormDataInput form, List<Finding> findings) {
    return new ReadingForm(form, findings).choices();
  }

  private ReadingChoices choices() {
    ReadingChoices usual = ReadingChoices.USUAL;
    return new ReadingChoices(
        flag("hiddenSheets", usual.hiddenSheets()),
        flag("hiddenRows", usual.hiddenRows()),
        flag("hiddenColumns", usual.hiddenColumns()),
        usual.merged(),
        one("encoding", ReadingChoices.ENCODINGS),
        sign("separator", ReadingChoices.SEPARATORS),
        sign("quote", ReadingChoices.QUOTES));
  }

  private boolean flag(String name, boolean usual) {
    String answer = one(name, ANSWERS);
    return answer == null ? usual : answer.equals("true");
  }

  private @Nullable Character sign(String name, List<Character> known) {
    String answer = one(name, known.stream().map(String::valueOf).toList());
    return answer == null ? null : (Character) answer.charAt(0);
  }

  private @Nullable String one(String name, List<String> known) {
    Collection<FormValue> values = form.getValues().getOrDefault(name, List.of());
    String answer = values.isEmpty() ? null : values.iterator().next().getValue();
    if (answer == null || known.contains(answer)) {
      return answer;
    }
    String expected = "one of " + String.join(" ", known).replace("\t", "(tab)");
    findings.add(Finding.error(FindingCode.BAD_VALUE, new Place.Parameter(name), answer, expected));
    return null;
  }
}
