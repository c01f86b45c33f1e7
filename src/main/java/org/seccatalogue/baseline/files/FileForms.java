package org.seccatalogue.baseline.files;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms in which this program writes published files: all in which it ever did.
@ApplicationScoped
public class FileForms {

  /// The form of files that say of none.
  public static final int FIRST = 1;

  public static final int SECOND = 2;

  public static final int THIRD = 3;

  public static final int FOURTH = 4;

  public static final int FIFTH = 5;

  public static final int SIXTH = 6;

  public static final int SEVENTH = 7;

  private static final String SAID = "SEC file form ";
  private static final Pattern SAYS = Pattern.compile(SAID + "([1-9][0-9]{0,3})");

  private final Map<FileKind, NavigableMap<Integer, PublishedWriter>> writers =
      new EnumMap<>(FileKind.class);

  public FileForms(@All List<PublishedWriter> writers) {
    for (PublishedWriter writer : writers) {
      this.writers.computeIfAbsent(writer.kind(), _ -> new TreeMap<>()).put(writer.form(), writer);
    }
  }

  /// How a file says its form.
  public static String said(int form) {
    return SAID + form;
  }

  /// The form that a text of a file says, if it says one.
  public static OptionalInt saidIn(CharSequence text) {
    Matcher matcher = SAYS.matcher(text);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /// The form in which new baselines are published.
  public int newest(FileKind kind) {
    return of(kind).lastKey();
  }

  /// The writers of a kind, in the order of their forms.
  public Collection<PublishedWriter> writers(FileKind kind) {
    return List.copyOf(of(kind).values());
  }

  /// The writer of a form, if this program knows it.
  public Optional<PublishedWriter> writer(FileKind kind, int form) {
    return Optional.ofNullable(of(kind).get(form));
  }

  /// The writer of a file, in a form that is known.
  public PublishedWriter writer(PublishedFile file) {
    return writer(file.kind(), file.form()).orElseThrow();
  }

  private NavigableMap<Integer, PublishedWriter> of(FileKind kind) {
    return writers.getOrDefault(kind, new TreeMap<>());
  }
}
