package org.seccatalogue.freezing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.seccatalogue.baseline.Baseline;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.files.FileLists;
import org.seccatalogue.baseline.files.ListedFile;
import org.seccatalogue.baseline.keys.SigningKeys;
import org.seccatalogue.baseline.publication.FileListStore;
import org.seccatalogue.baseline.signing.Jws;
import org.seccatalogue.baseline.signing.Signer;
import org.seccatalogue.job.JobRefused;
import org.seccatalogue.job.Jobs;
import org.seccatalogue.revision.writing.ChangeNote;

/// Signs the files of baselines: by a job of the drafting side, after they are frozen.
@ApplicationScoped
class FileSigning {

  static final String KIND = "write-files";

  private static final Logger LOG = Logger.getLogger(FileSigning.class);

  private final Jobs jobs;
  private final FileLists lists;
  private final FileListStore store;
  private final SigningKeys keys;

  FileSigning(Jobs jobs, FileLists lists, FileListStore store, SigningKeys keys) {
    this.jobs = jobs;
    this.lists = lists;
    this.store = store;
    this.keys = keys;
  }

  /// Submits a job for a baseline.
  void submit(int baseline, String by, String name) {
    var _ = jobs.submit(KIND, baseline, new ChangeNote(by, name));
  }

  /// Submits a job for each baseline whose files are not signed yet, if there is a key to sign.
  void submitMissing() {
    if (keys.refusal().isPresent()) {
      LOG.warn(keys.refusal().get());
      return;
    }
    for (int baseline : lists.unlisted()) {
      QuarkusTransaction.requiringNew()
          .run(() -> submit(baseline, "The catalogue", "Its files were not signed yet"));
    }
  }

  /// Files that cannot be signed are not written.
  ///
  /// @throws JobRefused when there is no key
  void refuseWithoutKey() {
    Optional<String> refusal = keys.refusal();
    if (refusal.isPresent()) {
      throw refused(refusal.get());
    }
  }

  private static JobRefused refused(String sentence) {
    return new JobRefused(List.of(SigningKeys.unsigned(sentence)));
  }

  /// Signs what was written of a baseline, within the transaction of the caller.
  ///
  /// @throws JobRefused when whoever keeps the key does not sign
  void sign(Baseline baseline, List<ListedFile> files) {
    FileList list = store.next(baseline, files);
    try {
      store.keep(baseline, list, keys.sign(list.text(), Jws.Statement.FILES));
    } catch (Signer.SigningFailed e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }
}
