package org.seccatalogue.revision.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.seccatalogue.record.Link;
import org.seccatalogue.sql.Command;

/// Writes the table `link`.
final class LinkRows {

  private static final Command DELETE = Command.of("delete from link where source = any(:sources)");

  private final Connection connection;

  LinkRows(Connection connection) {
    this.connection = connection;
  }

  /// Gives records the links of their new words.
  void replace(List<RecordChange> changes) throws SQLException {
    List<String> changed =
        changes.stream().filter(c -> !c.isNew()).map(c -> c.key().toString()).toList();
    if (!changed.isEmpty()) {
      DELETE.with("sources", changed).run(connection);
    }
    TableCopy copy = new TableCopy("link (source, type, target, target_revision, note)");
    for (RecordChange change : changes) {
      for (Link link : change.links()) {
        copy.add(change.key()).add(link.type()).add(link.target());
        copy.add(link.targetRevision()).add(link.note()).end();
      }
    }
    copy.send(connection);
  }
}
