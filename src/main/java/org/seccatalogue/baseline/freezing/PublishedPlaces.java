package org.seccatalogue.baseline.freezing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Gives records their places in a baseline: counted anew, so that nothing tells of records that
/// stand between them in the draft.
final class PublishedPlaces {

  private static final HexFormat HEX = HexFormat.of();

  private final Deque<Open> above = new ArrayDeque<>();
  private int roots;

  /// The nearest published record above, and the new path.
  record Place(@Nullable String parent, String path) {}

  /// A record below which others may stand.
  private static final class Open {
    private final String draftPath;
    private final String path;
    private final String key;
    private int children;

    Open(String draftPath, String path, String key) {
      this.draftPath = draftPath;
      this.path = path;
      this.key = key;
    }
  }

  /// The place of the next record in the order of the outline.
  Place next(String key, String draftPath) {
    while (!above.isEmpty() && !draftPath.startsWith(above.getFirst().draftPath + ".")) {
      above.removeFirst();
    }
    Open parent = above.peekFirst();
    String path =
        parent == null
            ? HEX.toHexDigits(++roots)
            : parent.path + "." + HEX.toHexDigits(++parent.children);
    above.addFirst(new Open(draftPath, path, key));
    return new Place(parent == null ? null : parent.key, path);
  }
}
