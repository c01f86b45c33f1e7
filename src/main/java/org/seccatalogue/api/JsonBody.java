package org.seccatalogue.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Reads JSON bodies strictly: whole, each member once, and nothing that cannot be kept.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBody implements MessageBodyReader<JsonNode> {

  /// It takes many times its bytes in memory.
  private static final int LARGEST = 10_000_000;

  private final ObjectReader reader;

  JsonBody(ObjectMapper mapper) {
    reader =
        mapper
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == JsonNode.class;
  }

  @Override
  public JsonNode readFrom(
      Class<JsonNode> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    JsonNode read = read(body);
    List<Finding> findings = new ArrayList<>();
    unkept(read, "", findings);
    if (!findings.isEmpty()) {
      throw new UnreadableBody(findings);
    }
    return read;
  }

  private JsonNode read(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw UnreadableBody.because(FindingCode.TOO_LARGE, "at most %,d bytes".formatted(LARGEST));
      }
      JsonNode read = reader.readTree(bytes);
      if (read.isMissingNode()) {
        throw UnreadableBody.because(FindingCode.MISSING_VALUE, "a JSON object");
      }
      refuseTinyNumbers(bytes);
      return read;
    } catch (JsonProcessingException e) {
      throw UnreadableBody.because(FindingCode.BAD_VALUE, "well-formed JSON" + departure(e));
    } catch (IOException _) {
      throw UnreadableBody.because(FindingCode.BAD_VALUE, "JSON in UTF-8");
    }
  }

  /// A number that is not 0, and would be kept as 0.
  private void refuseTinyNumbers(byte[] bytes) throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (JsonParser parser = reader.createParser(bytes)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && parser.getDoubleValue() == 0
            && !isZero(parser.getText())) {
          Place place = new Place.Pointer(parser.getParsingContext().pathAsPointer().toString());
          findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, "0 or a larger number"));
        }
      }
    }
    if (!findings.isEmpty()) {
      throw new UnreadableBody(findings);
    }
  }

  private static boolean isZero(String number) {
    return number
        .toLowerCase(Locale.ROOT)
        .chars()
        .takeWhile(c -> c != 'e')
        .noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String departure(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " with each member once, up to line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static void unkept(JsonNode node, String pointer, List<Finding> findings) {
    Place place = new Place.Pointer(pointer);
    if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, "text without NUL"));
    }
    if (node.isTextual() && !isUnicode(node.textValue())) {
      String expected = "text in Unicode, in which no half of a character stands alone";
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, expected));
    }
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, "a smaller number"));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        unkept(node.path(i), pointer + "/" + i, findings);
      }
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!isUnicode(member.getKey())) {
        String expected = "names in Unicode, in which no half of a character stands alone";
        findings.add(Finding.error(FindingCode.BAD_VALUE, place, null, expected));
      }
      unkept(member.getValue(), below(pointer, member.getKey()), findings);
    }
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String below(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
