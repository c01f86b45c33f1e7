package org.seccatalogue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seccatalogue.baseline.files.FileList;
import org.seccatalogue.baseline.signing.JwkFile;
import org.seccatalogue.bundle.Deviation;
import org.seccatalogue.bundle.FileCheck;
import org.seccatalogue.bundle.Verdict;

/// Checks a published file without any server: `verify FILE [--keys JWKS [--list FILES.JWS]]`.
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
      "Use: verify FILE [--keys JWKS [--list FILES.JWS]], with the public keys of whoever published"
          + " it, and the signed list of the files of its baseline.";
  private static final String KEYS = "--keys";
  private static final String LIST = "--list";

  private final PrintStream out;
  private final PrintStream err;

  VerifyCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// @param arguments the name of this command and what follows
  int run(List<String> arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 2; i + 1 < arguments.size(); i += 2) {
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    boolean understood =
        arguments.size() >= 2
            && arguments.size() == 2 + 2 * options.size()
            && (options.isEmpty()
                || options.keySet().equals(Set.of(KEYS))
                || options.keySet().equals(Set.of(KEYS, LIST)));
    if (!understood) {
      err.println(USAGE);
      return WRONG_USE;
    }
    try {
      return run(Path.of(arguments.get(1)), options);
    } catch (IOException | InvalidPathException e) {
      err.println("The file cannot be read: " + e.getMessage() + ".");
      return WRONG_USE;
    }
  }

  private int run(Path file, Map<String, String> options) throws IOException {
    if (!Files.isRegularFile(file)) {
      err.println("There is no file " + file + ".");
      return WRONG_USE;
    }
    String keyFile = options.get(KEYS);
    String listFile = options.get(LIST);
    Map<String, byte[]> keys = keyFile == null ? Map.of() : keys(Path.of(keyFile));
    List<FileList> lists = new ArrayList<>();
    for (String line : listFile == null ? List.<String>of() : lines(Path.of(listFile))) {
      switch (FileList.read(line, keys)) {
        case FileList.Read.Signed(FileList list) -> lists.add(list);
        case FileList.Read.Refused(String reason) -> {
          out.println("The list of files cannot be relied on: " + reason + ".");
          return DIFFERENT;
        }
      }
    }
    return say(FileCheck.check(file, keys, lists));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
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
      case Verdict.Derived(var what, var baseline, var digest, var _) -> {
        out.println(what + " is derived from " + baseline + ", digest " + digest + ".");
        yield UNKNOWN;
      }
      case Verdict.SavedAgain(var what, var baseline, var digest) -> {
        out.println(
            "%s was saved by another program: %s, digest %s.".formatted(what, baseline, digest));
        yield UNKNOWN;
      }
      case Verdict.Whole(var what, var baseline, var digest, var notes) -> {
        out.println(
            "%s is intact, and its signer was not checked: %s, digest %s."
                .formatted(what, baseline, digest));
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
