package org.seccatalogue.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.record.VisibleText;

/// What an export writes beside the digest of a revision, as it is no part of that: with a check
/// over both, so that nobody takes for an export what somebody typed.
///
/// @param stage of the record when it was exported
/// @param section key of the record above it when it was exported, empty for a root
/// @param meant the keys of the records that the row named by references when it was exported
public record DigestNote(
    @Nullable String stage, @Nullable String section, Map<String, String> meant, Fit fit) {

  /// Whether a note is as it was written.
  public enum Fit {
    /// It is, or there is none.
    FITS,
    /// It has no check that would tell.
    UNKNOWN,
    /// It was changed, or belongs to another digest.
    OTHER
  }

  private static final String ROOT = "-";
  private static final String BETWEEN = ";";
  private static final char IS = '=';
  private static final int CHECK_BYTES = 8;
  private static final Pattern CHECKED = Pattern.compile("(.*)\\s#([0-9a-f]{16})", Pattern.DOTALL);

  /// Files of baselines say the stage alone, and will for ever.
  private static final int PARTS_WITHOUT_CHECK = 2;

  private static final int MOST_PARTS = 4;

  /// The digest with its note, as it stands in a cell.
  ///
  /// @param section key of the record above, absent for a root
  public static String text(
      String digest, String stage, @Nullable String section, Map<String, String> meant) {
    String names =
        meant.entrySet().stream()
            .map(name -> name.getKey() + IS + name.getValue())
            .collect(Collectors.joining(BETWEEN));
    String place = section == null ? ROOT : section;
    String note = VisibleText.plain(String.join(" ", digest, stage, place, names));
    return note + " #" + check(note);
  }

  private static String check(String note) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256")
              .digest(note.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(all, CHECK_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The digest alone.
  static String digest(String cell) {
    return cell.strip().split("\\s+", 2)[0];
  }

  /// What stands in a cell beside the digest. What does not fit is not told.
  static DigestNote of(@Nullable String cell) {
    String text = cell == null ? "" : cell.strip();
    Matcher checked = CHECKED.matcher(text);
    if (checked.matches()) {
      return check(checked.group(1).strip()).equals(checked.group(2))
          ? read(checked.group(1).strip())
          : new DigestNote(null, null, Map.of(), Fit.OTHER);
    }
    return text.split("\\s+", MOST_PARTS).length > PARTS_WITHOUT_CHECK
        ? new DigestNote(null, null, Map.of(), Fit.UNKNOWN)
        : read(text);
  }

  private static DigestNote read(String note) {
    String[] parts = note.split("\\s+", MOST_PARTS);
    String section = parts.length > 2 ? parts[2] : null;
    return new DigestNote(
        parts.length > 1 ? parts[1] : null,
        ROOT.equals(section) ? "" : section,
        parts.length < MOST_PARTS ? Map.of() : meant(parts[MOST_PARTS - 1]),
        Fit.FITS);
  }

  private static Map<String, String> meant(String text) {
    Map<String, String> meant = new HashMap<>();
    for (String name : text.split(BETWEEN, -1)) {
      int end = name.lastIndexOf(IS);
      if (end > 0) {
        meant.put(name.substring(0, end), name.substring(end + 1));
      }
    }
    return meant;
  }
}
