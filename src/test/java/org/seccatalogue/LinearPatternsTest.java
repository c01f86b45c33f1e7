package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No pattern takes more than a time that is linear in the text, whatever that is: each is tried
/// with texts that repeat what stands in it, and the characters that it looks at are counted.
class LinearPatternsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/seccatalogue");

  /// Those that do, and never see a text that strangers wrote, or only a short one: `file pattern`.
  /// Nothing may be added without a reason.
  private static final Path KNOWN = Path.of("src/test/resources/patterns-not-linear.txt");

  private static final Set<String> WHOLE = Set.of("matches");
  private static final Set<String> EVERYWHERE = Set.of("replaceAll", "replaceFirst", "split");
  private static final int LENGTH = 400;

  /// Looks at one character: what stands in patterns is tried at each place of a text.
  private static final int MOST_LOOKS = 100 * LENGTH;

  /// A pattern as it stands in a source.
  private record Found(String file, String expression, boolean whole) {

    String line() {
      return file + " " + expression.replace("\n", "\\n");
    }
  }

  /// A text that counts how often it is looked at.
  private static final class Watched implements CharSequence {
    private final String text;
    private int looks;

    Watched(String text) {
      this.text = text;
    }

    private static final class Enough extends RuntimeException {
      private static final long serialVersionUID = 1;

      Enough() {
        super("it has been looked at too often", null, false, false);
      }
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new Enough();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void noPatternTakesLongerThanItsTextIsLong() throws IOException {
    Set<String> slow = new TreeSet<>();
    for (Found found : patterns()) {
      if (isSlow(found)) {
        slow.add(found.line());
      }
    }
    assertThat(slow).as("not in %s, or no longer slow", KNOWN).isEqualTo(known());
  }

  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String line : Files.readAllLines(KNOWN)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        known.add(line);
      }
    }
    return known;
  }

  private static boolean isSlow(Found found) {
    Pattern pattern = Pattern.compile(found.expression());
    List<String> parts = parts(found.expression());
    for (String first : parts) {
      for (String second : parts) {
        String repeated = (first + second).repeat(LENGTH / (first + second).length());
        for (String text : List.of(repeated, first + repeated + "\u0001")) {
          if (isSlow(pattern, text, found.whole())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isSlow(Pattern pattern, String text, boolean whole) {
    Matcher matcher = pattern.matcher(new Watched(text));
    try {
      boolean more = whole ? matcher.matches() : matcher.find();
      while (!whole && more) {
        more = matcher.find();
      }
      return false;
    } catch (Watched.Enough | StackOverflowError e) {
      return true;
    }
  }

  /// What stands in a pattern, and what stands for the usual classes.
  private static List<String> parts(String expression) {
    Set<String> parts = new TreeSet<>(List.of(" ", "a", "A", "0", "."));
    expression
        .chars()
        .filter(c -> "()<>/:;,-_*\"'#[]{}=&?!|".indexOf(c) >= 0)
        .forEach(c -> parts.add(Character.toString(c)));
    return new ArrayList<>(parts);
  }

  private static List<Found> patterns() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Found> all = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        String file = SOURCES.relativize(Path.of(unit.getSourceFile().getName())).toString();
        new Scanner(file, all).scan(unit, null);
      }
    }
    return all;
  }

  /// Finds patterns in the source of a class.
  private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String file;
    private final List<Found> all;

    Scanner(String file, List<Found> all) {
      this.file = file;
      this.all = all;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && !call.getArguments().isEmpty()) {
        String name = select.getIdentifier().toString();
        String text = constant(call.getArguments().getFirst());
        boolean compiles =
            name.equals("compile") && select.getExpression().toString().endsWith("Pattern");
        if (text != null && (compiles || WHOLE.contains(name) || EVERYWHERE.contains(name))) {
          all.add(new Found(file, text, WHOLE.contains(name)));
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    private static @Nullable String constant(ExpressionTree tree) {
      return switch (tree) {
        case LiteralTree literal when literal.getValue() instanceof String text -> text;
        case ParenthesizedTree inner -> constant(inner.getExpression());
        case BinaryTree both -> {
          String left = constant(both.getLeftOperand());
          String right = constant(both.getRightOperand());
          yield left == null || right == null ? null : left + right;
        }
        default -> null;
      };
    }
  }
}
