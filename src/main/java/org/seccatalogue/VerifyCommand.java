package org.seccatalogue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.seccatalogue.baseline.signing.JwkFile;
import org.seccatalogue.bundle.BundleCheck;
import org.seccatalogue.bundle.Deviation;
import org.seccatalogue.bundle.Verdict;

/// Checks a bundle without any server: `verify FILE [--keys JWKS]`.
final class VerifyCommand {

  static final String NAME = "verify";

  /// What the process ends with.
  static final int AUTHENTIC = 0;

  static final int DIFFERENT = 1;
  static final int UNKNOWN = 2;

  /// It is whole in itself, and nobody vouches for it.
  static final int UNSIGNED = 3;

  static final int WRONG_USE = 64;

  private static final String USAGE =
      "Use: verify FILE [--keys JWKS], with the public keys of whoever published the bundle.";

  private final PrintStream out;
  private final PrintStream err;

  VerifyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// @param arguments the name of this command and what follows
  int run(List<String> arguments) {
    boolean keyed = arguments.size() == 4 && arguments.get(2).equals("--keys");
    if (arguments.size() != 2 && !keyed) {
      err.println(USAGE);
      return WRONG_USE;
    }
    try {
      Path file = Path.of(arguments.get(1));
      if (!Files.isRegularFile(file)) {
        err.println("There is no file " + file + ".");
        return WRONG_USE;
      }
      return say(BundleCheck.check(file, keyed ? keys(Path.of(arguments.get(3))) : Map.of()));
    } catch (IOException | InvalidPathException e) {
      err.println("The file cannot be read: " + e.getMessage() + ".");
      return WRONG_USE;
    }
  }

  private static Map<String, byte[]> keys(Path file) throws IOException {
    try {
      return JwkFile.read(file);
    } catch (IOException e) {
      throw new IOException("of the keys in " + file + ": " + e.getMessage(), e);
    }
  }

  private int say(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Authentic(var what, var baseline, var digest, var _, var notes) -> {
        out.println(what + " is authentic: " + baseline + ", digest " + digest + ".");
        notes.forEach(out::println);
        yield AUTHENTIC;
      }
      case Verdict.Whole(var what, var baseline, var digest, var notes) -> {
        out.println(what + " is whole: " + baseline + ", digest " + digest + ".");
        notes.forEach(out::println);
        yield UNSIGNED;
      }
      case Verdict.Different(var _, var summary, var baseline, var digest, var differences) -> {
        out.println(summary);
        if (baseline != null && digest != null) {
          out.println("It says that it is of " + baseline + ", digest " + digest + ".");
        }
        differences.stream().map(Deviation::line).forEach(out::println);
        yield DIFFERENT;
      }
      case Verdict.Unknown(String reason) -> {
        out.println(reason);
        yield UNKNOWN;
      }
    };
  }
}
