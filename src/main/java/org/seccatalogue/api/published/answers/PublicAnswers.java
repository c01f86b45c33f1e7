package org.seccatalogue.api.published.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.seccatalogue.api.PublicAddress;
import org.seccatalogue.api.PublicAddress.Keeping;
import org.seccatalogue.api.WaitPreference;
import org.seccatalogue.api.contract.Head;
import org.seccatalogue.api.door.Clients;
import org.seccatalogue.baseline.CatalogueAddress;

/// Finishes every answer from a public address, whichever resource gave it: turns it into bytes,
/// tags, codes and keeps them, and says how long others may keep them. An answer that is a file may
/// also be asked for in parts.
@ApplicationScoped
class PublicAnswers {

  private static final List<String> READING = List.of("GET", "HEAD");

  private final CurrentVertxRequest current;
  private final ObjectMapper mapper;
  private final AnswerMemory memory;
  private final FinishedFiles files;
  private final FileQueueSettings waiting;
  private final CatalogueAddress own;
  private final Clients clients;

  PublicAnswers(
      CurrentVertxRequest current,
      ObjectMapper mapper,
      AnswerMemory memory,
      FinishedFiles files,
      FileQueueSettings waiting,
      CatalogueAddress own,
      Clients clients) {
    this.files = files;
    this.waiting = waiting;
    this.current = current;
    this.mapper = mapper;
    this.memory = memory;
    this.own = own;
    this.clients = clients;
  }

  /// What is absent goes on at once; else no thread waits until the answer is finished.
  @ServerResponseFilter(priority = 0)
  public @Nullable Uni<Void> filter(
      ContainerRequestContext request, ContainerResponseContext response) {
    RoutingContext context = current.getCurrent();
    PublicAddress address = context == null ? null : context.get(PublicRoute.ADDRESS);
    if (context == null || address == null) {
      return null;
    }
    Keeping keeping = response.getStatus() >= 400 ? Keeping.NOT : address.keeping();
    response.getHeaders().putSingle("Cache-Control", keeping.cacheControl());
    if (response.getHeaders().getFirst("Location") instanceof URI location) {
      response.getHeaders().putSingle("Location", own.of(path(location)));
    }
    return response.getStatus() == 200 && READING.contains(request.getMethod())
        ? finish(context, request, response)
        : null;
  }

  /// What leads on from here, without the name that the client has for this server.
  private static String path(URI location) {
    String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
    String fragment = location.getRawFragment() == null ? "" : "#" + location.getRawFragment();
    return location.getRawPath() + query + fragment;
  }

  private @Nullable Uni<Void> finish(
      RoutingContext context, ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof FinishedFiles.Wanted wanted) {
      return finish(context, wanted, request, response);
    }
    byte[] plain = bytes(response.getEntity());
    if (response.getEntity() instanceof File file) {
      FileAnswer.finish(file, request, response);
    } else if (plain != null) {
      CachedAnswer cached = cached(context, plain, request, response);
      send(cached, request, response);
    }
    return null;
  }

  private Uni<Void> finish(
      RoutingContext context,
      FinishedFiles.Wanted wanted,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    boolean compresses = Coding.compresses(response.getMediaType().toString());
    Coding coding =
        compresses ? Coding.accepted(request.getHeaderString("Accept-Encoding")) : Coding.IDENTITY;
    if (compresses) {
      response.getHeaders().putSingle("Vary", "Accept-Encoding");
    }
    return Uni.createFrom()
        .completionStage(files.of(wanted, coding, asker(context, request)))
        .invoke(
            answer -> {
              switch (answer) {
                case FinishedFiles.Finished made when begins(made, context) ->
                    finish(made, coding, request, response);
                case FinishedFiles.Finished _ -> UnfinishedFile.underWay(1, response);
                case FinishedFiles.UnderWay(int before) ->
                    UnfinishedFile.underWay(before, response);
                case FinishedFiles.Full(boolean ofClient) ->
                    UnfinishedFile.refused(ofClient, response);
              }
            })
        .replaceWithVoid();
  }

  /// Whether a file is still there; if so, it is until it has been sent.
  private static boolean begins(FinishedFiles.Finished made, RoutingContext context) {
    boolean there = made.stored().begin();
    if (there) {
      context.addEndHandler(_ -> made.stored().end());
    }
    return there;
  }

  private FinishedFiles.Asker asker(RoutingContext context, ContainerRequestContext request) {
    return new FinishedFiles.Asker(
        clients.of(context.request()),
        waiting.patience(WaitPreference.of(request.getHeaderString("Prefer"))));
  }

  private static void finish(
      FinishedFiles.Finished made,
      Coding coding,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    response.getHeaders().putSingle("ETag", made.tag());
    if (coding != Coding.IDENTITY) {
      response.getHeaders().putSingle("Content-Encoding", coding.word());
    }
    response.setEntity(made.file(), null, response.getMediaType());
    FileAnswer.finish(made.file(), request, response);
  }

  /// The bytes of an answer; none when it is a stream, which passes as it is.
  private byte @Nullable [] bytes(@Nullable Object entity) {
    return switch (entity) {
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case byte[] bytes -> bytes;
      case null -> null;
      case Object body when isOfContract(body) -> json(body);
      default -> null;
    };
  }

  private static boolean isOfContract(Object body) {
    return body instanceof JsonNode
        || body.getClass().getPackageName().equals(Head.class.getPackageName());
  }

  private byte[] json(Object body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private CachedAnswer cached(
      RoutingContext context,
      byte[] plain,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    String typeName =
        type == null || type.isWildcardType() ? MediaType.APPLICATION_JSON : type.toString();
    boolean compresses = Coding.compresses(typeName, plain.length);
    Coding accepted = Coding.accepted(request.getHeaderString("Accept-Encoding"));
    Map<String, String> headers = new LinkedHashMap<>();
    copy(response, headers, "Content-Disposition", "Link");
    if (compresses) {
      headers.put("Vary", "Accept-Encoding");
    }
    CachedAnswer cached =
        CachedAnswer.of(plain, compresses ? accepted : Coding.IDENTITY, typeName, headers);
    PublicRoute.fixed(context).ifPresent(uri -> memory.keep(uri, accepted, cached));
    return cached;
  }

  private static void copy(
      ContainerResponseContext response, Map<String, String> headers, String... names) {
    for (String name : names) {
      String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
  }

  private static void send(
      CachedAnswer cached, ContainerRequestContext request, ContainerResponseContext response) {
    cached
        .headers()
        .forEach(
            header ->
                response
                    .getHeaders()
                    .putSingle(header.name().toString(), header.value().toString()));
    if (CachedAnswer.isHad(request.getHeaderString("If-None-Match"), cached.tag())) {
      response.setStatus(304);
      response.setEntity(null);
      response.getHeaders().remove("Content-Type");
    } else {
      response.setEntity(cached.body().getBytes(), null, MediaType.valueOf(cached.mediaType()));
      response.getHeaders().putSingle("Content-Length", cached.body().length());
    }
  }
}
