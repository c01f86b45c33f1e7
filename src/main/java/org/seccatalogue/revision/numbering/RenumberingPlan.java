package org.seccatalogue.revision.numbering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.record.RecordKey;

/// What would become of the numbers of a branch. Nothing is changed by it.
///
/// @param head of the branch
/// @param other head of the branch that has the number, if that is a branch: both may exchange
///     their numbers
/// @param lines all records that get another number, in the order of the outline
/// @param findings what speaks against it, and what is to be known
/// @param citing records in the texts of which numbers stand that change
/// @param allCited whether all texts were looked at
public record RenumberingPlan(
    Called head,
    @Nullable Called other,
    List<Line> lines,
    List<Finding> findings,
    List<Citing> citing,
    boolean allCited) {

  public RenumberingPlan {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
    citing = List.copyOf(citing);
  }

  /// A record, as people know it.
  public record Called(RecordKey key, String name, String title) {}

  /// A record that gets another number.
  ///
  /// @param type its name
  /// @param version that it has
  /// @param wanted the number that it would have, if that were free; absent when it has it
  /// @param cites what cites it
  public record Line(
      RecordKey key,
      String type,
      String title,
      long version,
      String from,
      String to,
      @Nullable String wanted,
      Cites cites) {

    Line citedBy(Cites other) {
      return new Line(key, type, title, version, from, to, wanted, other);
    }
  }

  /// What cites a record.
  ///
  /// @param links that lead to it; they follow
  /// @param texts records in which its old number stands as words, which stay as they are
  public record Cites(int links, int texts) {

    static final Cites NONE = new Cites(0, 0);
  }

  /// A record in which numbers that change stand as words.
  public record Citing(Called record, List<String> numbers) {}

  /// The same with what was found besides.
  RenumberingPlan with(Finding finding) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(finding);
    return new RenumberingPlan(head, other, lines, all, citing, allCited);
  }

  /// Whether it can be applied.
  public boolean isSound() {
    return !lines.isEmpty() && findings.stream().noneMatch(Finding::isError);
  }

  /// Tells whether the same plan is meant: 64 hexadecimal digits over what it changes, and the
  /// versions that the records have.
  public String state() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.key()).append(' ').append(line.version()).append('\n');
      text.append(line.from()).append('\n').append(line.to()).append('\n');
    }
    try {
      byte[] all = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
