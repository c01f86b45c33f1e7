package org.seccatalogue.page.published.search;

import java.util.List;
import java.util.Optional;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.page.published.Importance;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.CodeList;

/// Programs that list the requirements for a device that matter most, to be pasted and run as they
/// are.
///
/// @param base the address of the server, without a slash at its end
/// @param query the path and the parameters of the call
/// @param weight what they all have, such as `Must`
/// @param device its name, such as `Gas meter`
record FirstCalls(String base, String query, String weight, String device) {

  /// One program.
  ///
  /// @param file the name under which to save it
  record Call(String id, String language, String needs, String file, String run, String text) {}

  /// The calls for a device; none when no record type says how much its records matter.
  static Optional<FirstCalls> of(String base, CatalogueSchema schema, CodeList.Value device) {
    return Importance.of(schema)
        .map(
            importance -> {
              CodeList.Value first = importance.codes().values().getFirst();
              return new FirstCalls(
                  base,
                  new DeviceQuestion(device.code(), null, importance.filter(first.code()))
                      .call(Published.LATEST),
                  first.label(),
                  device.label());
            });
  }

  String address() {
    return base + query;
  }

  List<Call> calls() {
    return List.of(
        new Call("curl", "curl", "curl", "", "", curl()),
        new Call(
            "python", "Python", "Python 3, nothing else", "first.py", "python3 first.py", python()),
        new Call(
            "java",
            "Java",
            "a JDK 21 or later, nothing else",
            "First.java",
            "java First.java",
            java()),
        new Call(
            "typescript",
            "TypeScript",
            "Node 20 or later, which runs it as JavaScript too",
            "first.mjs",
            "node first.mjs",
            typescript()));
  }

  String curl() {
    return "curl -sS '" + address() + "'\n";
  }

  private String python() {
    return """
    import json
    import urllib.parse
    import urllib.request

    address = "%s"
    baseline = cursor = None
    while True:
        page = address + ("&cursor=" + urllib.parse.quote(cursor) if cursor else "")
        with urllib.request.urlopen(page) as answer:
            found = json.load(answer)
        # Every page is to be of the baseline that the first one names.
        if not baseline:
            baseline = found["baseline"]
            address = address.replace("/latest/", "/" + baseline + "/")
        elif found["baseline"] != baseline:
            raise SystemExit("a page of " + found["baseline"] + " and not of " + baseline)
        for record in found["items"]:
            print(record["key"], record["title"])
        cursor = found.get("next")
        if not cursor:
            break
    """
        .formatted(address());
  }

  private String java() {
    return """
    import java.net.URI;
    import java.net.URLEncoder;
    import java.net.http.HttpClient;
    import java.net.http.HttpRequest;
    import java.net.http.HttpResponse.BodyHandlers;
    import java.nio.charset.StandardCharsets;
    import java.util.regex.Pattern;

    public class First {
      public static void main(String[] args) throws Exception {
        String address = "%s", baseline = "", cursor = "";
        try (HttpClient client = HttpClient.newHttpClient()) {
          do {
            URI page = URI.create(address + cursor);
            String found =
                client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
            // Every page is to be of the baseline that the first one names.
            String named = Pattern.compile("\\"baseline\\":\\"([^\\"]+)\\"").matcher(found).results()
                .map(id -> id.group(1)).findFirst().orElseThrow(() -> new IllegalStateException(found));
            if (baseline.isEmpty()) {
              baseline = named;
              address = address.replace("/latest/", "/" + baseline + "/");
            } else if (!named.equals(baseline)) {
              throw new IllegalStateException("a page of " + named + " and not of " + baseline);
            }
            Pattern.compile("\\"key\\":\\"([^\\"]+)\\"").matcher(found).results()
                .forEach(key -> System.out.println(key.group(1)));
            cursor = Pattern.compile("\\"next\\":\\"([^\\"]+)\\"").matcher(found).results()
                .map(next -> "&cursor=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8))
                .findFirst().orElse("");
          } while (!cursor.isEmpty());
        }
      }
    }
    """
        .formatted(address());
  }

  private String typescript() {
    return """
    let address = "%s";
    let baseline = "";
    let cursor = "";
    do {
      const answer = await fetch(address + cursor);
      if (!answer.ok) throw new Error(await answer.text());
      const found = await answer.json();
      // Every page is to be of the baseline that the first one names.
      if (!baseline) {
        baseline = found.baseline;
        address = address.replace("/latest/", `/${baseline}/`);
      } else if (found.baseline !== baseline) {
        throw new Error(`a page of ${found.baseline} and not of ${baseline}`);
      }
      for (const record of found.items) console.log(record.key, record.title);
      cursor = found.next ? "&cursor=" + encodeURIComponent(found.next) : "";
    } while (cursor);
    """
        .formatted(address());
  }
}
