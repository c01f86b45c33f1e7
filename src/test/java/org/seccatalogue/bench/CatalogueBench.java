package org.seccatalogue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seccatalogue.document.draft.Specifications;
import org.seccatalogue.export.ExportOutcome;
import org.seccatalogue.export.Exports;
import org.seccatalogue.imports.ApplyOutcome;
import org.seccatalogue.imports.ImportRun;
import org.seccatalogue.imports.ImportState;
import org.seccatalogue.imports.Imports;
import org.seccatalogue.imports.PlanOutcome;
import org.seccatalogue.revision.Outline;
import org.seccatalogue.revision.RecordQuery;
import org.seccatalogue.revision.writing.ChangeNote;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.RecordType;
import org.seccatalogue.schema.TypeKind;
import org.seccatalogue.suggestion.Mappings;
import org.seccatalogue.workbook.ReadingChoices;

/// `make bench`: imports, exports and documents beside the least that the same work takes here and
/// now.
///
/// The sizes are those of `bench.sizes`, a list of numbers of rows. What is small is measured three
/// times, or fifteen times where it takes less than a second, and the median taken; what is large
/// once. A section is imported into the catalogue, and what that wrote is then copied into tables
/// like its own, so that both always hold the same.
@Tag("bench")
@QuarkusTest
@TestProfile(CatalogueBench.Example.class)
class CatalogueBench {

  /// The example catalogue: its clauses are what the generated requirements derive from.
  public static final class Example implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("catalogue.example-baseline", "true");
    }
  }

  private static final int TINY = 1_000;
  private static final int SMALL = 10_000;
  private static final double IMPORT_AIM = 2;
  private static final double EXPORT_AIM = 3;
  private static final double WORD_AIM = 3;
  private static final double HTML_AIM = 2;
  private static final String WARM_UP = "BENCH.0";
  private static final int TIMES = 3;
  private static final int OFTEN = 5;
  private static final int WARM_UPS = 60;
  private static final List<Round> ROUNDS =
      rounds(System.getProperty("bench.sizes", "10000,100000,500000"));
  private static final Path RESULT = Path.of("target/bench.md");
  private static final ChangeNote NOTE = new ChangeNote("Bench", "Generated");

  @Inject CatalogueSchema schema;
  @Inject Imports imports;
  @Inject Outline outline;
  @Inject Exports exports;
  @Inject Mappings mappings;
  @Inject Specifications specifications;
  @Inject Config config;

  @TempDir Path folder;

  private final HeapWatch heap = new HeapWatch();
  private final List<Measurement> measurements = new ArrayList<>();

  /// Work that is timed.
  private interface Work {
    void run() throws IOException;
  }

  /// Seconds of our work and of its floor, and the heap that ours held.
  private record Pair(double ours, double floor, long heap) {}

  /// One size, and the sections that get as many records each.
  private record Round(int size, List<String> sections) {
    /// What takes less than a second is measured often: whatever else the machine does counts.
    List<String> often() {
      return size > SMALL
          ? sections
          : Collections.nCopies(OFTEN, sections).stream().flatMap(List::stream).toList();
    }
  }

  private static List<Round> rounds(String sizes) {
    List<Round> rounds = new ArrayList<>();
    for (String text : sizes.split(",", -1)) {
      int size = Integer.parseInt(text.strip());
      int number = rounds.size() + 1;
      rounds.add(
          new Round(
              size,
              IntStream.rangeClosed(1, size <= SMALL ? TIMES : 1)
                  .mapToObj(time -> "BENCH." + number + "." + time)
                  .toList()));
    }
    return rounds;
  }

  @Test
  void measure() throws IOException {
    makeSections();
    try (FloorTables floor = FloorTables.create(config, folder)) {
      imported(floor, WARM_UP, TINY);
      for (Round round : ROUNDS) {
        imports(floor, round);
      }
      warmUp(floor);
      for (Round round : ROUNDS) {
        plans(floor, round);
        suggestions(round);
        exports(floor, round);
      }
      documents(WARM_UP, TINY);
      readingViews(WARM_UP, TINY);
      for (Round round : ROUNDS.stream().filter(r -> r.size() <= SMALL).toList()) {
        documents(round.sections().getFirst(), round.size());
        readingViews(round.sections().getFirst(), round.size());
      }
      report(Machine.description(floor.version()));
    }
  }

  /// A server has exported and compared before, and what the floors do was compiled long ago.
  private void warmUp(FloorTables floor) throws IOException {
    for (int i = 0; i < WARM_UPS; i++) {
      planned(floor, WARM_UP, TINY);
      exported(floor, WARM_UP);
    }
  }

  private void makeSections() {
    RecordType heading = only(TypeKind.HEADING);
    List<String> sections =
        Stream.concat(
                Stream.of(WARM_UP), ROUNDS.stream().flatMap(round -> round.sections().stream()))
            .toList();
    bring(new GeneratedWorkbook(schema, folder).ofHeadings(heading, sections));
  }

  private RecordType only(TypeKind kind) {
    return schema.typeOf(schema.namesOf(kind).getFirst());
  }

  private void imports(FloorTables floor, Round round) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String section : round.sections()) {
      pairs.add(imported(floor, section, round.size()));
    }
    add("import of new rows", round.size(), median(pairs), IMPORT_AIM);
  }

  private void plans(FloorTables floor, Round round) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String section : round.often()) {
      pairs.add(planned(floor, section, round.size()));
    }
    add("plan of an unchanged workbook", round.size(), median(pairs), IMPORT_AIM);
  }

  private void suggestions(Round round) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String section : round.sections()) {
      pairs.add(suggested(section));
    }
    add("suggestion of a mapping", round.size(), median(pairs), IMPORT_AIM);
  }

  private Pair suggested(String section) throws IOException {
    Path workbook = folder.resolve(section + ".xlsx");
    heap.restart();
    double ours =
        seconds(
            () ->
                assertThat(mappings.suggest(section + ".xlsx", workbook, ReadingChoices.USUAL))
                    .isInstanceOf(Mappings.Looked.Seen.class));
    long held = heap.megabytes();
    heap.restart();
    return new Pair(ours, seconds(() -> read(workbook)), held);
  }

  private Pair imported(FloorTables floor, String section, int size) throws IOException {
    RecordType type = schema.typeOf("electricity-meter-spec");
    Path workbook =
        new GeneratedWorkbook(schema, folder).ofRequirements(type, section, clauses(), size);
    heap.restart();
    double ours = seconds(() -> bring(workbook));
    long held = heap.megabytes();
    floor.dump(section);
    heap.restart();
    double least =
        seconds(
            () -> {
              read(workbook);
              floor.load(section);
            });
    return new Pair(ours, least, held);
  }

  private List<String> clauses() {
    List<String> types = schema.namesOf(TypeKind.CLAUSE);
    return outline.headings().stream()
        .map(Outline.Entry::head)
        .filter(head -> types.contains(head.type()) && head.reference() != null)
        .map(head -> Objects.requireNonNull(head.reference()))
        .toList();
  }

  /// Plans and applies a workbook.
  private void bring(Path workbook) {
    ImportRun plan = plan(workbook);
    assertThat(imports.apply(plan.id(), NOTE)).isInstanceOf(ApplyOutcome.Applied.class);
  }

  private ImportRun plan(Path workbook) {
    PlanOutcome outcome = imports.plan(workbook.getFileName().toString(), workbook, null, NOTE);
    assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
    ImportRun run = ((PlanOutcome.Planned) outcome).run();
    assertThat(run.state())
        .as(() -> imports.findings(run.id(), 0, 5).toString())
        .isEqualTo(ImportState.PLANNED);
    return run;
  }

  private Pair planned(FloorTables floor, String section, int size) throws IOException {
    Path workbook = folder.resolve(section + ".xlsx");
    heap.restart();
    double ours = seconds(() -> assertThat(plan(workbook).counts().same()).isEqualTo(size));
    long held = heap.megabytes();
    heap.restart();
    double least =
        seconds(
            () -> {
              read(workbook);
              floor.read(section);
            });
    return new Pair(ours, least, held);
  }

  /// Reads the text of every cell, as a stream.
  private static long read(Path workbook) throws IOException {
    long characters = 0;
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          characters +=
              rows.flatMap(Row::stream)
                  .filter(Objects::nonNull)
                  .mapToLong(cell -> cell.getText().length())
                  .sum();
        }
      }
    }
    return characters;
  }

  private void exports(FloorTables floor, Round round) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String section : round.often()) {
      pairs.add(exported(floor, section));
    }
    add("export to a workbook", round.size(), median(pairs), EXPORT_AIM);
  }

  private Pair exported(FloorTables floor, String section) throws IOException {
    Path workbook = folder.resolve(section + "-out.xlsx");
    RecordQuery query = RecordQuery.below(section, null, 1);
    heap.restart();
    double ours = seconds(() -> export(query, workbook));
    long held = heap.megabytes();
    heap.restart();
    double least =
        seconds(
            () -> {
              floor.read(section);
              copy(workbook);
            });
    return new Pair(ours, least, held);
  }

  private void export(RecordQuery query, Path workbook) throws IOException {
    try (OutputStream out = Files.newOutputStream(workbook)) {
      switch (exports.workbook(new Exports.Wanted(query, false))) {
        case ExportOutcome.Export(String _, ExportOutcome.Writer writer) -> writer.write(out);
        case ExportOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
      }
    }
  }

  /// Writes the parts of a workbook straight into another.
  private static void copy(Path workbook) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(OutputStream.nullOutputStream())) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(out);
      }
    }
  }

  private void documents(String section, int size) throws IOException {
    Path document = folder.resolve(section + ".docx");
    try (OutputStream out = Files.newOutputStream(document)) {
      write(section, out);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      heap.restart();
      double ours = seconds(() -> write(section, OutputStream.nullOutputStream()));
      long held = heap.megabytes();
      WordFloor floor = WordFloor.of(document);
      heap.restart();
      pairs.add(new Pair(ours, seconds(() -> floor.write(OutputStream.nullOutputStream())), held));
    }
    add("Word specification", size, median(pairs), WORD_AIM);
  }

  private void write(String section, OutputStream out) throws IOException {
    specifications.word(section).orElseThrow().writer().write(out);
  }

  private void readingViews(String section, int size) throws IOException {
    Path document = folder.resolve(section + ".html");
    writeHtml(section, document);
    Path copy = folder.resolve(section + "-copy.html");
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      heap.restart();
      double ours = seconds(() -> writeHtml(section, document));
      long held = heap.megabytes();
      HtmlFloor floor = HtmlFloor.of(document);
      heap.restart();
      pairs.add(new Pair(ours, seconds(() -> floor.write(copy)), held));
    }
    add("HTML specification", size, median(pairs), HTML_AIM);
  }

  private void writeHtml(String section, Path document) throws IOException {
    try (OutputStream out = Files.newOutputStream(document)) {
      specifications.html(section).orElseThrow().writer().write(out);
    }
  }

  private static double seconds(Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Pair median(List<Pair> pairs) {
    return new Pair(
        pairs.stream().mapToDouble(Pair::ours).sorted().toArray()[pairs.size() / 2],
        pairs.stream().mapToDouble(Pair::floor).sorted().toArray()[pairs.size() / 2],
        pairs.stream().mapToLong(Pair::heap).max().orElseThrow());
  }

  /// Notes a measurement, and shows it: the large ones take minutes.
  private void add(String work, int size, Pair pair, double aim) {
    Measurement done = new Measurement(work, size, pair.ours(), pair.floor(), aim, pair.heap());
    measurements.add(done);
    System.out.print(done.row());
  }

  private void report(String machine) throws IOException {
    String text =
        """
        # Measurements

        %s

        Heap: the most in use after a garbage collection while our work ran.

        %s\
        """
            .formatted(machine, Measurement.table(measurements));
    Files.writeString(RESULT, text);
    System.out.println(text);
  }
}
