package org.seccatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.seccatalogue.revision.Revisions;
import org.seccatalogue.revision.numbering.BranchRenumbering;
import org.seccatalogue.revision.writing.DraftWriter;
import org.seccatalogue.revision.writing.DraftWriting;
import org.seccatalogue.testkit.Door;

/// Every class that asks for records to be written belongs to a door, so that the bad drafts of
/// [EveryDoorIT] go through it. A new one fails here until it is put to its door, or to a new one.
class DoorsTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.seccatalogue");

  private static final Set<String> WRITING =
      Set.of("create", "save", "withdraw", "write", "begin", "renumber", "apply", "undo");
  private static final Set<Class<?>> WRITERS =
      Set.of(Revisions.class, DraftWriter.class, DraftWriting.class, BranchRenumbering.class);

  private static final Map<Door, Set<String>> CLASSES =
      Map.of(
          Door.API, Set.of("RecordsResource"),
          Door.FORM, Set.of("EditPages", "DecisionPages"),
          Door.WORKBOOK, Set.of("ImportApply"),
          Door.UNDO, Set.of("ImportUndo"),
          Door.RENUMBERING, Set.of("RenumberingsResource", "RenumberPages", "RenumberingPages"));

  /// What writes of itself, and nobody else can reach.
  private static final Set<String> OWN = Set.of("ExampleCatalogue");

  @Test
  void everyWayInIsADoor() {
    Set<String> writing =
        MAIN.stream()
            .filter(type -> !type.getPackageName().startsWith("org.seccatalogue.revision"))
            .filter(DoorsTest::writes)
            .map(DoorsTest::outermost)
            .filter(type -> !OWN.contains(type))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(CLASSES).containsOnlyKeys(Door.values());
    assertThat(writing)
        .isEqualTo(
            CLASSES.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(DoorsTest::outermost).orElseGet(type::getSimpleName);
  }

  private static boolean writes(JavaClass type) {
    return type.getAccessesFromSelf().stream().anyMatch(DoorsTest::isWriting);
  }

  private static boolean isWriting(JavaAccess<?> access) {
    return WRITING.contains(access.getName())
        && WRITERS.stream().anyMatch(writer -> access.getTargetOwner().isEquivalentTo(writer));
  }
}
