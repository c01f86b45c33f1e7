package org.seccatalogue.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The account PostgreSQL runs under. It insists on one that has a name and is not root; where the
/// catalogue has no such account, as in many containers, the server gets another one by words put
/// before each of its commands.
sealed interface ServerAccount {

  /// The account of the catalogue itself.
  record Same() implements ServerAccount {}

  /// The same account in a user namespace of its own, where it goes by the name of nobody. The
  /// files still belong to the account outside.
  record Namespace() implements ServerAccount {}

  /// Another account, for root only: the owner of the directory, or nobody.
  record Other(int user, int group) implements ServerAccount {}

  int ROOT = 0;
  int NOBODY = 65534;

  /// The first account that can be had; those that change least come first.
  static ServerAccount of(Path directory) throws IOException, Refusal {
    if (!ServerPrograms.isLinux()) {
      return new Same();
    }
    return candidates(directory)
        .filter(ServerAccount::isPossible)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "PostgreSQL runs under an account that has a name and is not root, and none can"
                        + " be had here. Start the catalogue as an ordinary user, or configure a"
                        + " server with QUARKUS_DATASOURCE_JDBC_URL."));
  }

  private static Stream<ServerAccount> candidates(Path directory) throws IOException {
    if (number(Path.of("/proc/self"), "unix:uid") != ROOT) {
      return Stream.of(new Same(), new Namespace());
    }
    var owner = number(directory, "unix:uid");
    return owner == ROOT
        ? Stream.of(new Namespace(), new Other(NOBODY, NOBODY))
        : Stream.of(new Other(owner, number(directory, "unix:gid")));
  }

  /// What comes before the command line of each program.
  default List<String> prefix() {
    return switch (this) {
      case Same() -> List.of();
      case Namespace() -> List.of("unshare", "--user");
      case Other(int user, int group) ->
          List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
    };
  }

  /// Hands over files that the catalogue made for the server, and never what a link points to.
  default void own(Path tree) throws IOException {
    if (this instanceof Other(int user, int group)) {
      try (var paths = Files.walk(tree)) {
        for (var path : paths.toList()) {
          Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private boolean isPossible() {
    var line = Stream.concat(prefix().stream(), Stream.of("id", "-un")).toList();
    var probe = new ProcessBuilder(line).redirectErrorStream(true);
    probe.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return probe.start().onExit().join().exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static int number(Path path, String attribute) throws IOException {
    return (Integer) Files.getAttribute(path, attribute);
  }
}
