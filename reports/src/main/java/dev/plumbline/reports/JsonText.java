package dev.plumbline.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps, lists and plain values as JSON for people and programs. */
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /** Writes the tree in UTF-8, indented, in the order of its maps, with a line feed at the end. */
  public static void write(Object tree, OutputStream out) throws IOException {
    out.write((MAPPER.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
