package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Signs that a class, a method or a package has become too much for one head. They are no targets:
/// what is cut in two at a random line is worse than what is long.
class HouseSizesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/seccatalogue");

  /// What is larger still, and how large: `methodLines bundle.Check.check 44`. Nothing may be added
  /// or grow, and what has become small enough goes.
  private static final Path KNOWN = Path.of("src/test/resources/house-sizes.txt");

  private static final Map<String, Integer> LIMITS =
      Map.of(
          "classLines", 300,
          "methodLines", 40,
          "components", 8,
          "parameters", 4,
          "collaborators", 7,
          "files", 25);

  @Test
  void nothingGrowsTooLarge() throws IOException {
    Map<String, Integer> larger = new TreeMap<>();
    sizes()
        .forEach(
            (what, size) -> {
              if (size > LIMITS.getOrDefault(what.split(" ", 2)[0], 0)) {
                larger.put(what, size);
              }
            });
    Map<String, Integer> known = known();
    Map<String, Integer> grown = new TreeMap<>(larger);
    grown.entrySet().removeIf(e -> e.getValue() <= known.getOrDefault(e.getKey(), 0));
    assertThat(grown).as("larger than %s, and not in %s", LIMITS, KNOWN).isEmpty();
    assertThat(larger)
        .as("no longer too large: take it out of " + KNOWN)
        .containsKeys(known.keySet().toArray(String[]::new));
  }

  private static Map<String, Integer> known() throws IOException {
    return Files.readAllLines(KNOWN).stream()
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1))));
  }

  private static Map<String, Integer> sizes() throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    List<Path> files = sources();
    files.forEach(
        file ->
            sizes.merge("files " + name(SOURCES.relativize(file.getParent())), 1, Integer::sum));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Measuring(trees.getSourcePositions(), unit, sizes).scan(unit, null);
      }
    }
    return sizes;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path folder) {
    return folder.toString().replace('/', '.');
  }

  private static final class Measuring extends TreePathScanner<Void, Void> {

    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final Map<String, Integer> sizes;

    Measuring(SourcePositions positions, CompilationUnitTree unit, Map<String, Integer> sizes) {
      this.positions = positions;
      this.unit = unit;
      this.sizes = sizes;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (getCurrentPath().getParentPath().getLeaf() == unit) {
        measure("classLines", typeName(), lines(type));
      }
      if (type.getKind() == Tree.Kind.RECORD) {
        long components =
            type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field && isComponent(field))
                .count();
        measure("components", typeName(), (int) components);
      }
      return super.visitClass(type, null);
    }

    private static boolean isComponent(VariableTree field) {
      return !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      String name = typeName() + "." + method.getName();
      measure("methodLines", name, lines(method));
      if (isOverride(method)) {
        return super.visitMethod(method, null);
      }
      if (!method.getName().contentEquals("<init>")) {
        measure("parameters", name, method.getParameters().size());
      } else if (getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.CLASS) {
        measure("collaborators", typeName(), method.getParameters().size());
      }
      return super.visitMethod(method, null);
    }

    /// Whose parameters are those of another type.
    private static boolean isOverride(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private int lines(Tree tree) {
      var map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, tree));
      return (int) (map.getLineNumber(positions.getEndPosition(unit, tree)) - first + 1);
    }

    /// `package.Outer.Inner`, without what all names begin with.
    private String typeName() {
      StringBuilder name = new StringBuilder();
      for (Tree tree : getCurrentPath()) {
        if (tree instanceof ClassTree type) {
          name.insert(0, type.getSimpleName() + (name.isEmpty() ? "" : "."));
        }
      }
      String whole = unit.getPackageName() + "." + name;
      return whole.substring("org.seccatalogue.".length());
    }

    private void measure(String what, String name, int size) {
      sizes.merge(what + " " + name, size, Math::max);
    }
  }
}
