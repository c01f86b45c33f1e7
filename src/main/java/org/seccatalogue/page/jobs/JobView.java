package org.seccatalogue.page.jobs;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.job.Job;
import org.seccatalogue.job.JobState;
import org.seccatalogue.page.Dates;
import org.seccatalogue.page.FindingLine;

/// A job as its page shows it.
///
/// @param counted how much is done, in words; empty if there is nothing to count yet
/// @param percent absent: how much there is to do is not known
/// @param stopping whether somebody asked for its end
public record JobView(
    long id,
    String title,
    Area area,
    String phase,
    String counted,
    @Nullable Integer percent,
    boolean active,
    boolean stopping,
    String asked,
    String askedBy,
    List<String> ended) {

  /// Where in the navigation a job belongs.
  enum Area {
    IMPORT("imports", "Import", "rows"),
    FREEZE("freeze", "Freeze", "records");

    private final String nav;
    private final String label;
    private final String unit;

    Area(String nav, String label, String unit) {
      this.nav = nav;
      this.label = label;
      this.unit = unit;
    }

    public String nav() {
      return nav;
    }

    public String label() {
      return label;
    }
  }

  static JobView of(Job job, String title, Area area) {
    return new JobView(
        job.id(),
        title,
        area,
        phase(job),
        counted(job, area.unit),
        percent(job),
        job.isActive(),
        job.cancelledBy() != null,
        Dates.time(job.askedAt()),
        job.note().author(),
        ended(job));
  }

  private static String phase(Job job) {
    if (job.state() == JobState.QUEUED) {
      return "Waiting for other jobs to finish";
    }
    return job.phase().isEmpty() ? "Starting" : job.phase();
  }

  private static String counted(Job job, String unit) {
    if (job.state() == JobState.QUEUED || job.done() == 0) {
      return "";
    }
    return job.total() == 0
        ? String.format(Locale.UK, "%,d %s so far", job.done(), unit)
        : String.format(Locale.UK, "%,d of %,d %s", job.done(), job.total(), unit);
  }

  private static @Nullable Integer percent(Job job) {
    return job.state() == JobState.QUEUED || job.total() == 0
        ? null
        : (int) Math.min(100, job.done() * 100 / job.total());
  }

  /// What became of a job that did not do what it was to do, a sentence each.
  public static List<String> ended(Job job) {
    return switch (job.state()) {
      case QUEUED, RUNNING, DONE -> List.of();
      case CANCELLED -> List.of("It was cancelled by " + job.cancelledBy() + ".");
      case DIED ->
          List.of(
              "The application or what it needs stopped before the job finished; nothing was"
                  + " changed. Begin it again.");
      case FAILED ->
          job.findings().isEmpty()
              ? List.of(
                  "The job failed because of an error in the application, which is in its log;"
                      + " nothing was changed.")
              : job.findings().stream().map(FindingLine::sentence).toList();
    };
  }
}
