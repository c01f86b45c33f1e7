package org.seccatalogue.api;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.seccatalogue.finding.Finding;
import org.seccatalogue.finding.FindingCode;
import org.seccatalogue.finding.Place;

/// Reads JSON bodies strictly: whole, each member once, and nothing that cannot be kept.
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBody implements MessageBodyReader<JsonNode> {

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
      JsonNode read = reader.readTree(body);
      if (read.isMissingNode()) {
        throw UnreadableBody.because(FindingCode.MISSING_VALUE, "a JSON object");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw UnreadableBody.because(FindingCode.BAD_VALUE, "well-formed JSON" + departure(e));
    } catch (IOException _) {
      throw UnreadableBody.because(FindingCode.BAD_VALUE, "JSON in UTF-8");
    }
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
    node.properties()
        .forEach(member -> unkept(member.getValue(), below(pointer, member.getKey()), findings));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String below(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
