package org.seccatalogue.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.seccatalogue.revision.Outline;

/// The headings and clauses as a tree.
record OutlineTree(List<Node> roots) {

  /// One heading with those below it.
  record Node(RecordLine line, int depth, List<Node> below) {
    public boolean isLeaf() {
      return below.isEmpty();
    }
  }

  static OutlineTree of(List<Outline.Entry> entries, RecordLines lines) {
    List<Node> roots = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Outline.Entry entry : entries) {
      Node node = new Node(lines.of(entry.head()), entry.depth(), new ArrayList<>());
      while (!open.isEmpty() && open.peek().depth() >= entry.depth()) {
        open.pop();
      }
      (open.isEmpty() ? roots : open.peek().below()).add(node);
      open.push(node);
    }
    return new OutlineTree(roots);
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }
}
