package org.seccatalogue.baseline.signing;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;

/// The hash tree over the records of a baseline, in the order of the outline, as RFC 6962 (section
/// 2.1) makes it with SHA-256. The leaves may be any number: only the tops of whole subtrees are
/// kept.
public final class HashTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final Deque<Subtree> subtrees = new ArrayDeque<>();

  private static final class Subtree {
    private final byte[] hash;
    private final long leaves;

    Subtree(byte[] hash, long leaves) {
      this.hash = hash;
      this.leaves = leaves;
    }
  }

  /// Adds the next record.
  public void add(Leaf leaf) {
    MessageDigest digest = Digests.sha256();
    digest.update(LEAF);
    Subtree subtree = new Subtree(digest.digest(leaf.bytes()), 1);
    while (!subtrees.isEmpty() && subtrees.peek().leaves == subtree.leaves) {
      subtree = join(subtrees.pop(), subtree);
    }
    subtrees.push(subtree);
  }

  /// The digest of all that was added, 64 hexadecimal digits.
  public String root() {
    if (subtrees.isEmpty()) {
      return Digests.hex(Digests.sha256(""));
    }
    Subtree root = null;
    for (Subtree subtree : subtrees) {
      root = root == null ? subtree : join(subtree, root);
    }
    return Digests.hex(java.util.Objects.requireNonNull(root).hash);
  }

  private static Subtree join(Subtree left, Subtree right) {
    MessageDigest digest = Digests.sha256();
    digest.update(NODE);
    digest.update(left.hash);
    return new Subtree(digest.digest(right.hash), left.leaves + right.leaves);
  }
}
