package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Two classes may need each other where they belong together; a ring of more is a tangle, of which
/// no class can be understood or moved alone. Nested classes count as part of their outermost one.
class ClassCyclesTest {

  private static final int TOGETHER = 2;

  /// The tangles that are still there, a line each. None may be added, and none grow.
  private static final Path KNOWN = Path.of("src/test/resources/class-cycles.txt");

  @Test
  void noMoreThanTwoClassesNeedEachOther() throws IOException {
    String found =
        new Tangles(dependencies())
            .found().stream()
                .filter(ring -> ring.size() > TOGETHER)
                .map(ClassCyclesTest::line)
                .sorted()
                .collect(Collectors.joining("\n"));
    assertThat(found)
        .as("tangles of classes; what is no longer one is taken out of %s", KNOWN)
        .isEqualTo(Files.readString(KNOWN).strip());
  }

  private static String line(Set<String> ring) {
    return ring.stream()
        .map(name -> name.substring("org.seccatalogue.".length()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Set<String>> dependencies() {
    Map<String, Set<String>> dependencies = new TreeMap<>();
    for (JavaClass from : BuiltClasses.MAIN) {
      if (isOurs(from)) {
        from.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(ClassCyclesTest::isOurs)
            .forEach(
                to ->
                    dependencies
                        .computeIfAbsent(outermost(from), _ -> new TreeSet<>())
                        .add(outermost(to)));
      }
    }
    return dependencies;
  }

  /// What was generated from the contract, and around beans, is not ours to untangle.
  private static boolean isOurs(JavaClass type) {
    return type.getName().startsWith("org.seccatalogue.")
        && !type.getPackageName().endsWith(".contract")
        && !outermost(type).contains("_");
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /// The strongly connected parts of a graph, by Tarjan's algorithm.
  private static final class Tangles {

    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    Tangles(Map<String, Set<String>> graph) {
      this.graph = graph;
    }

    List<Set<String>> found() {
      for (String name : graph.keySet()) {
        if (!numbers.containsKey(name)) {
          visit(name);
        }
      }
      return found;
    }

    private void visit(String name) {
      numbers.put(name, numbers.size());
      lowest.put(name, numbers.get(name));
      open.push(name);
      for (String next : graph.getOrDefault(name, Set.of())) {
        if (!numbers.containsKey(next)) {
          visit(next);
          lowest.merge(name, lowest.get(next), Math::min);
        } else if (open.contains(next)) {
          lowest.merge(name, numbers.get(next), Math::min);
        }
      }
      if (lowest.get(name).equals(numbers.get(name))) {
        close(name);
      }
    }

    private void close(String name) {
      Set<String> ring = new HashSet<>();
      String last;
      do {
        last = open.pop();
        ring.add(last);
      } while (!last.equals(name));
      found.add(ring);
    }
  }
}
