package org.seccatalogue.page.mapping;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.page.Choice;
import org.seccatalogue.workbook.ReadingChoices;
import org.seccatalogue.workbook.RecognisedFile;

/// The fields of a form that say how a file is to be read.
///
/// @param workbook whether it may be a workbook
/// @param text whether it may be a text file
/// @param chosen whether they say anything but what is usual
public record ReadingFields(
    boolean hiddenSheets,
    boolean hiddenRows,
    boolean hiddenColumns,
    boolean workbook,
    boolean text,
    boolean chosen,
    List<Choice> encodings,
    List<Choice> separators,
    List<Choice> quotes) {

  private static final List<String> SEPARATORS =
      List.of("Comma", "Semicolon", "Tab", "Vertical bar");
  private static final List<String> QUOTES = List.of("Quotation mark (\")", "Apostrophe (')");

  public static ReadingFields of(ReadingChoices choices, @Nullable RecognisedFile file) {
    return new ReadingFields(
        choices.hiddenSheets(),
        choices.hiddenRows(),
        choices.hiddenColumns(),
        file == null || file.format() != RecognisedFile.Format.CSV,
        file == null || file.format() == RecognisedFile.Format.CSV,
        !choices.equals(ReadingChoices.USUAL),
        choices(ReadingChoices.ENCODINGS, ReadingChoices.ENCODINGS, choices.encoding()),
        choices(ReadingChoices.SEPARATORS, SEPARATORS, choices.separator()),
        choices(ReadingChoices.QUOTES, QUOTES, choices.quote()));
  }

  private static <T> List<Choice> choices(List<T> values, List<String> labels, @Nullable T chosen) {
    return Stream.concat(
            Stream.of(new Choice("", "Recognise it from the file", chosen == null)),
            IntStream.range(0, values.size())
                .mapToObj(i -> new Choice("" + i, labels.get(i), values.get(i).equals(chosen))))
        .toList();
  }

  /// What a form says; as usual where it has none of these fields. A box that is not checked is
  /// not sent, hence the field that says that the form has boxes.
  ///
  /// @param field the value of a field; null when there is none
  public static ReadingChoices read(Function<String, @Nullable String> field) {
    ReadingChoices usual = ReadingChoices.USUAL;
    boolean boxes = field.apply("hiddenBoxes") != null;
    return new ReadingChoices(
        boxes ? field.apply("hiddenSheets") != null : usual.hiddenSheets(),
        boxes ? field.apply("hiddenRows") != null : usual.hiddenRows(),
        boxes ? field.apply("hiddenColumns") != null : usual.hiddenColumns(),
        usual.merged(),
        one(field.apply("encoding"), ReadingChoices.ENCODINGS),
        one(field.apply("separator"), ReadingChoices.SEPARATORS),
        one(field.apply("quote"), ReadingChoices.QUOTES));
  }

  private static <T> @Nullable T one(@Nullable String index, List<T> values) {
    return index != null && index.matches("[0-9]") && Integer.parseInt(index) < values.size()
        ? values.get(Integer.parseInt(index))
        : null;
  }

  /// How a file was read, in sentences.
  static String summary(ReadingChoices choices, RecognisedFile file) {
    StringBuilder words = new StringBuilder(file.format().label());
    if (file.encoding() != null) {
      words.append(", in ").append(file.encoding());
      words.append(file.marked() ? " with a byte order mark" : "");
      words
          .append(", separated by ")
          .append(named(file.separator(), ReadingChoices.SEPARATORS, SEPARATORS));
      words.append(", quoted by ").append(named(file.quote(), ReadingChoices.QUOTES, QUOTES));
    } else {
      words.append(read("; hidden sheets", choices.hiddenSheets()));
      words.append(read(", hidden rows", choices.hiddenRows()));
      words.append(read(" and hidden columns", choices.hiddenColumns()));
    }
    return words.append(".").toString();
  }

  private static String read(String what, boolean read) {
    return what + (read ? " are read" : " are not read");
  }

  /// A sign by its name; one that the first line of a file names may be any other.
  private static String named(@Nullable Character sign, List<Character> signs, List<String> names) {
    int index = signs.indexOf(sign);
    return index < 0 ? "“" + sign + "”" : names.get(index).toLowerCase(Locale.ROOT);
  }
}
