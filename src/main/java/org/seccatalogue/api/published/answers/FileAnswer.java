package org.seccatalogue.api.published.answers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.FilePart;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.ProblemDetails;
import org.seccatalogue.api.PublicAddress.Keeping;

/// An answer that is a file: tagged, and given in parts to whoever asks for a range (RFC 9110). Its
/// resource should set the tag; else the file is read for it.
final class FileAnswer {

  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  private FileAnswer() {}

  static void finish(
      File file, ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    String own = response.getHeaderString("ETag");
    String tag = own == null ? tag(file) : own;
    headers.putSingle("ETag", tag);
    headers.putSingle("Accept-Ranges", "bytes");
    if (CachedAnswer.isHad(request.getHeaderString("If-None-Match"), tag)) {
      response.setStatus(304);
      response.setEntity(null);
    } else {
      Matcher range = RANGE.matcher(range(request, tag));
      if (range.matches() && !range.group().equals("bytes=-")) {
        part(file, range, response);
      } else {
        whole(file, response);
      }
    }
  }

  /// As a part that is all of it: of a file as such the library sends what `Range` asks for, of
  /// whichever file that was.
  private static void whole(File file, ContainerResponseContext response) {
    response.getHeaders().putSingle("Content-Length", file.length());
    response.setEntity(new FilePart(file, 0, file.length()), null, response.getMediaType());
  }

  /// The range that is asked for; empty when it is of a file that is no longer the same.
  private static String range(ContainerRequestContext request, String tag) {
    String range = request.getHeaderString("Range");
    String ifRange = request.getHeaderString("If-Range");
    boolean same = ifRange == null || ifRange.equals(tag);
    return range == null || !same ? "" : range.strip();
  }

  private static void part(File file, Matcher range, ContainerResponseContext response) {
    long length = file.length();
    Long first = number(range.group(1));
    Long last = number(range.group(2));
    long from = first != null ? first : Math.max(0, length - (last == null ? 0 : last));
    long to = first == null || last == null ? length - 1 : Math.min(last, length - 1);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (from >= length || from > to) {
      headers.putSingle("Content-Range", "bytes */" + length);
      headers.putSingle("Cache-Control", Keeping.NOT.cacheControl());
      response.setStatus(416);
      String advice = "The file has " + length + " bytes.";
      headers.putSingle("Content-Type", ProblemDetails.TYPE);
      headers.remove("Content-Disposition");
      headers.remove("Content-Encoding");
      response.setEntity(
          ProblemDetails.text(416, "No such part", advice),
          null,
          MediaType.valueOf(ProblemDetails.TYPE));
    } else {
      headers.putSingle("Content-Range", "bytes " + from + "-" + to + "/" + length);
      headers.putSingle("Content-Length", to - from + 1);
      response.setStatus(206);
      response.setEntity(new FilePart(file, from, to - from + 1), null, response.getMediaType());
    }
  }

  private static @Nullable Long number(String digits) {
    return digits.isEmpty() ? null : Long.valueOf(digits);
  }

  private static String tag(File file) {
    MessageDigest digest = CachedAnswer.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file.toPath()), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CachedAnswer.tag(digest, Coding.IDENTITY);
  }
}
