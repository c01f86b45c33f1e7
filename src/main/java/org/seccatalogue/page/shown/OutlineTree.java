package org.seccatalogue.page.shown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.seccatalogue.record.RecordHead;

/// The headings and clauses as a tree.
public record OutlineTree(List<Node> roots) {

  /// One heading with those below it.
  public record Node(RecordLine line, int depth, List<Node> below) {
    public boolean isLeaf() {
      return below.isEmpty();
    }
  }

  private static final int STEP = 9;

  /// What is further down is found on the page of its section: each level of a page is made within
  /// the one above.
  private static final int DEEPEST = 40;

  /// From heads that each come before those below them.
  public static OutlineTree of(List<RecordHead> heads, RecordLines lines) {
    List<Node> roots = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    for (RecordHead head : heads) {
      if (depth(head) > DEEPEST) {
        continue;
      }
      Node node = new Node(lines.of(head), depth(head), new ArrayList<>());
      while (!open.isEmpty() && open.peek().depth() >= depth(head)) {
        open.pop();
      }
      (open.isEmpty() ? roots : open.peek().below()).add(node);
      open.push(node);
    }
    return new OutlineTree(roots);
  }

  private static int depth(RecordHead head) {
    return head.path().length() / STEP;
  }

  public boolean isEmpty() {
    return roots.isEmpty();
  }
}
