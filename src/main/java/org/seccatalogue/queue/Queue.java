package org.seccatalogue.queue;

import java.util.Locale;

/// Every queue that there is. What waits in one never waits for what is in another, and all that is
/// public together has no more threads than its own queues have.
public enum Queue {
  /// What readers look at: pages, records, lists.
  READING,
  /// What readers search, count and compare.
  SEARCHING,
  /// Files that readers ask for; they wait until they are written.
  FETCHING,
  /// The writing of files that readers asked for.
  WRITING_FILES,
  /// Files that are told to be what was published, or not.
  VERIFYING,
  /// What people look at who draft.
  DRAFTING,
  /// What they change.
  SAVING,
  /// Documents, workbooks, traces, mappings and judgements that are made of the draft.
  MAKING,
  /// Jobs that are begun, and may be waited for.
  JOBS;

  /// As it is called in settings.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
