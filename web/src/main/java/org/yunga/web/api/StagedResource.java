package org.yunga.web.api;

import static org.yunga.web.api.Answers.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.yunga.core.audit.Actor;
import org.yunga.core.dataset.AcceptedProblem;
import org.yunga.core.dataset.Dataset;
import org.yunga.core.dataset.KeptDataset;
import org.yunga.core.dataset.Release;
import org.yunga.core.dataset.StagedDataset;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.access.Tokens;
import org.yunga.web.http.Format;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.ProblemException;
import org.yunga.web.http.Responder;
import org.yunga.web.staging.OptionsJson;
import org.yunga.web.staging.PublishConsent;
import org.yunga.web.staging.StagedFile;
import org.yunga.web.staging.Staging;

/**
 * Datasets that wait, {@code /api/v1/datasets/staged-7}: received, looked at, checked again,
 * published or discarded. All of it needs a token, reading too: reports show the places of plots.
 */
public final class StagedResource {

  /** Ids begin so; no published id does. */
  static final String PREFIX = "staged-";

  private static final String FILE = "file";

  private final Staging staging;
  private final Tokens tokens;
  private final Runnable refresh;

  /**
   * @param tokens that writers carry
   * @param refresh brings what was published into force for readers
   */
  public StagedResource(Staging staging, Tokens tokens, Runnable refresh) {
    this.staging = staging;
    this.tokens = tokens;
    this.refresh = refresh;
  }

  /** Takes a file as the body of the request. */
  public void post(Context context) {
    StagedFile staged;
    try {
      Actor by = writer(context);
      List<String> known = new ArrayList<>(OptionsJson.TEXTS);
      known.addAll(OptionsJson.ROLES);
      known.add(FILE);
      Parameters parameters = Parameters.of(context, known.toArray(String[]::new));
      ObjectNode said = JsonNodeFactory.instance.objectNode();
      for (String member : OptionsJson.TEXTS) {
        parameters.find(member).ifPresent(text -> said.put(member, text));
      }
      for (String role : OptionsJson.ROLES) {
        parameters
            .find(role)
            .ifPresent(text -> said.withObject("/" + OptionsJson.CONSTANTS).put(role, text));
      }
      String name = parameters.get(FILE, List.of("titulos-2015.xlsx"));
      long length = context.req().getContentLengthLong();
      staged =
          staging.receive(
              context.req().getInputStream(),
              length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
              name,
              said,
              by);
    } catch (ProblemException e) {
      drain(context);
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.status(201);
    context.header("Location", href(staged.staged()));
    send(context, staged);
  }

  /**
   * Whoever is still sending a small file would find the connection shut instead of the answer. One
   * that waits for leave to send gets the answer at once, and large ones are not waited for.
   */
  private static void drain(Context context) {
    boolean asks = context.header("Expect") != null;
    if (asks || context.req().getContentLengthLong() > Limits.DRAINED_BYTES) {
      return;
    }
    try (InputStream in = context.req().getInputStream()) {
      in.skipNBytes(Limits.DRAINED_BYTES);
    } catch (IOException e) {
      // it ended, or nobody listens any more
    }
  }

  /** All that wait. */
  void list(Context context) {
    writer(context);
    Format.of(context, Format.JSON);
    List<Map<String, Object>> waiting =
        staging.waiting().stream().map(StagedResource::summary).toList();
    Responder.sendUnkept(context, Answers.json(object("datasets", waiting, "next", null)));
  }

  /** One that waits or was published. */
  void get(Context context, String id) {
    writer(context);
    Parameters.of(context);
    Format.of(context, Format.JSON);
    send(context, staging.get(number(id)));
  }

  /** Checks the file again by what is said of it now. */
  public void mapping(Context context) {
    Actor by = writer(context);
    Parameters.of(context);
    JsonNode said = QueryBody.read(context);
    send(context, staging.checkAgain(number(context.pathParam("id")), said, by));
  }

  /** Publishes one. */
  public void publish(Context context) {
    Actor by = writer(context);
    Parameters parameters =
        Parameters.of(
            context, PublishConsent.ACCEPT, PublishConsent.PARTIAL, PublishConsent.REPLACE);
    PublishConsent consent =
        new PublishConsent(
            isTrue(parameters, PublishConsent.ACCEPT),
            isTrue(parameters, PublishConsent.PARTIAL),
            isTrue(parameters, PublishConsent.REPLACE));
    long number = number(context.pathParam("id"));
    Release release = staging.publish(number, consent, by);
    refresh.run();
    Responder.sendUnkept(
        context,
        Answers.json(
            object(
                "release", release.id(),
                "href", "/api/v1/releases/" + release.id(),
                "datasets",
                    staging.get(number).staged().parts().stream()
                        .map(part -> part.dataset().id())
                        .toList())));
  }

  private static boolean isTrue(Parameters parameters, String name) {
    return parameters.find(name).isPresent()
        && parameters.oneOf(name, List.of("true", "false")).equals("true");
  }

  /** Throws one away. */
  public void discard(Context context) {
    Actor by = writer(context);
    Parameters.of(context);
    staging.discard(number(context.pathParam("id")), by);
    context.status(204);
  }

  /** The rows that were refused, in the format of the file. */
  public void refused(Context context) {
    writer(context);
    Parameters.of(context);
    String id = context.pathParam("id");
    Path file = staging.refused(number(id));
    String name = file.getFileName().toString();
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    context.header(
        "Content-Disposition",
        "attachment; filename=\""
            + name.replaceAll("[^A-Za-z0-9._-]+", "-")
            + "\"; filename*=UTF-8''"
            + encoded);
    context.header("Cache-Control", "no-store");
    context.contentType("application/octet-stream");
    try {
      context.result(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Actor writer(Context context) {
    return new Actor(tokens.require(context).name());
  }

  static boolean isStaged(String id) {
    return id.startsWith(PREFIX);
  }

  private long number(String id) {
    String digits = id.substring(Math.min(id.length(), PREFIX.length()));
    if (isStaged(id) && digits.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(digits);
    }
    throw new UnknownNameException(
        "staged", id, staging.waiting().stream().map(file -> id(file.staged())).toList());
  }

  private static String id(StagedDataset staged) {
    return PREFIX + staged.number();
  }

  private static String href(StagedDataset staged) {
    return "/api/v1/datasets/" + id(staged);
  }

  private static void send(Context context, StagedFile file) {
    Map<String, Object> fields = summary(file);
    fields.put("options", file.options());
    fields.put("report", file.report());
    Responder.sendUnkept(context, Answers.json(fields));
  }

  private static Map<String, Object> summary(StagedFile file) {
    StagedDataset staged = file.staged();
    ObjectNode report = file.report();
    return new LinkedHashMap<>(
        object(
            "id", id(staged),
            "state", staged.isWaiting() ? "staged" : "published",
            "by", staged.by().name(),
            "at", staged.at().toString(),
            "kind", report.get("kind"),
            "file_name", report.at("/file/name"),
            "sha256", report.at("/file/sha256"),
            "checked_against", file.release(),
            "release", staged.isWaiting() ? null : Long.toString(staged.release().getAsLong()),
            "datasets", staged.parts().stream().map(StagedResource::part).toList(),
            "publishable", report.get("publishable"),
            "needs", report.get("needs"),
            "href", href(staged),
            "refused",
                report.at("/counts/refused").asLong() > 0 ? href(staged) + "/refused" : null));
  }

  private static Map<String, Object> part(StagedDataset.Part part) {
    Dataset dataset = part.dataset();
    KeptDataset.Counts counts = part.counts();
    return object(
        "id", dataset.id(),
        "title", dataset.title(),
        "source", dataset.source(),
        "licence", dataset.licence(),
        "counts",
            object(
                "figures", counts.figures(), "regions", counts.regions(), "plots", counts.plots()),
        "problems", part.problems().stream().map(StagedResource::problem).toList());
  }

  private static Map<String, Object> problem(AcceptedProblem problem) {
    return object("code", problem.code(), "count", problem.count());
  }
}
