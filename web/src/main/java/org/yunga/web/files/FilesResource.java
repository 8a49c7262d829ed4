package org.yunga.web.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yunga.core.snapshot.CurrentSnapshot;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;
import org.yunga.geodata.files.ReleaseFile;
import org.yunga.geodata.files.ReleaseIndex;
import org.yunga.web.http.FileResponder;
import org.yunga.web.http.Format;
import org.yunga.web.http.Language;
import org.yunga.web.http.Parameters;
import org.yunga.web.http.Rendered;
import org.yunga.web.http.Responder;

/**
 * {@code /files/{release}/} and {@code /files/{release}/{name}}: everything of a release, to take
 * away. Such a file never changes, so its address may be cited and its bytes kept for ever; {@code
 * latest} leads to the release in force.
 */
public final class FilesResource {

  /** Where all files are. */
  public static final String ROOT = "/files/";

  /** What is being made is mostly there by then. */
  private static final String RETRY_SECONDS = "3";

  private static final int ACCEPTED = 202;
  private static final String LATEST = "latest";
  private static final String LANGUAGE = "lang";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CurrentSnapshot current;
  private final ReleaseFiles files;

  /** Of these. */
  public FilesResource(CurrentSnapshot current, ReleaseFiles files) {
    this.current = current;
    this.files = files;
  }

  /** Leads to the release in force. */
  public void root(Context context) {
    Parameters.of(context, LANGUAGE);
    redirect(context, "");
  }

  /** Lists the files of a release; 202 and when to ask again while they are being made. */
  public void list(Context context) {
    Parameters parameters = Parameters.of(context, LANGUAGE);
    Format format = Format.of(context, Format.JSON, Format.HTML);
    String id = context.pathParam("release");
    if (id.equals(LATEST)) {
      redirect(context, "");
      return;
    }
    String language =
        parameters.find(LANGUAGE).isPresent()
            ? parameters.oneOf(LANGUAGE, List.of(Language.SPANISH, Language.ENGLISH))
            : Language.of(context);
    Optional<ReleaseIndex> made = files.index(number(id));
    context.header("Content-Language", language);
    if (made.isEmpty()) {
      inPreparation(context, format, language, id);
      return;
    }
    ReleaseIndex index = made.get();
    Rendered body =
        format == Format.HTML
            ? Rendered.of(new FilesPage(index, language).html(), format.contentType())
            : json(index);
    // not for ever: a later program may list more
    Responder.send(context, body, Responder.REVALIDATE);
  }

  private static void inPreparation(
      Context context, Format format, String language, String release) {
    String words = ReleaseFiles.IN_PREPARATION.in(language);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("release", release);
    members.put("code", ReleaseFiles.IN_PREPARATION_CODE);
    members.put("detail", words);
    context.status(ACCEPTED);
    context.header("Retry-After", RETRY_SECONDS);
    Responder.sendUnkept(
        context,
        format == Format.HTML
            ? Rendered.of(FilesPage.inPreparation(words, language), format.contentType())
            : json(members));
  }

  /** Sends a file, or a part of it. */
  public void get(Context context) {
    Parameters.of(context);
    String id = context.pathParam("release");
    String name = context.pathParam("name");
    if (id.equals(LATEST)) {
      redirect(context, name);
      return;
    }
    long number = number(id);
    Path path = files.file(number, name).orElseThrow(() -> unknown(number, name));
    ReleaseFile file =
        files
            .index(number)
            .flatMap(index -> index.file(name))
            .orElseThrow(() -> unknown(number, name));
    String saveAs = file.group().equals(ReleaseFile.ABOUT) ? "" : "yunga-" + id + "-" + name;
    FileResponder.send(
        context,
        new FileResponder.Content(path, file.bytes(), file.sha256(), file.mediaType(), saveAs),
        Responder.IMMUTABLE);
  }

  private UnknownNameException unknown(long number, String name) {
    List<ReleaseFile> known = files.index(number).map(ReleaseIndex::files).orElse(List.of());
    return new UnknownNameException("file", name, known.stream().map(ReleaseFile::name).toList());
  }

  private long number(String id) {
    if (!id.matches("[1-9][0-9]{0,17}")) {
      String newest = current.get().release().id();
      throw new UnknownNameException("release", id, List.of(LATEST, newest));
    }
    return Long.parseLong(id);
  }

  private void redirect(Context context, String name) {
    String query = context.queryString();
    context.header("Cache-Control", "no-cache");
    context.header(
        "Location",
        address(current.get().release().id(), name) + (query == null ? "" : "?" + query));
    context.status(302);
  }

  static String address(String release, String name) {
    return ROOT + release + "/" + name;
  }

  private static Rendered json(ReleaseIndex index) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("release", index.release());
    members.put("published", index.published());
    members.put("synthetic", index.synthetic());
    members.put("title", text(index.title()));
    members.put("citation", text(index.citation()));
    members.put("licences", index.licences());
    members.put("groups", index.groups().stream().map(group -> group(index, group)).toList());
    return json(members);
  }

  private static Rendered json(Map<String, Object> members) {
    try {
      return new Rendered(JSON.writeValueAsBytes(members), Format.JSON.contentType());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> group(ReleaseIndex index, ReleaseIndex.Group group) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", group.id());
    members.put("name", text(group.name()));
    members.put(
        "files", index.of(group.id()).stream().map(file -> file(index.release(), file)).toList());
    return members;
  }

  private static Map<String, Object> file(String release, ReleaseFile file) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", file.name());
    members.put("href", address(release, file.name()));
    members.put("format", file.format());
    members.put("label", file.label());
    members.put("media_type", file.mediaType());
    members.put("holds", text(file.holds()));
    members.put("bytes", file.bytes());
    members.put("sha256", file.sha256());
    return members;
  }

  private static Map<String, Object> text(Bilingual text) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("es", text.es());
    both.put("en", text.en());
    return both;
  }
}
