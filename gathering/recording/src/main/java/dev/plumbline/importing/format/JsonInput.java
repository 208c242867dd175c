package dev.plumbline.importing.format;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON, or one JSON value a line, in one pass. Only the parts that are asked for are built in
 * memory, one at a time.
 */
public final class JsonInput {
  private static final int DEEPEST = 200;
  private static final int LONGEST_TEXT = 8 << 20;

  /** Digits of a number: the modulus of an RSA key of 64 KiBit has 20,000. */
  private static final int LONGEST_NUMBER = 100_000;

  /** Most values in one part. */
  private static final int LARGEST_PART = 500_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(10_000)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private JsonInput() {}

  /** Takes one part. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @param line where the part begins, from 1
     */
    void accept(JsonNode part, int line) throws MalformedImportException;
  }

  /**
   * Reads to the end.
   *
   * @param handlers by path: {@code ""} is the whole of a value, {@code /runs/*}{@code /results/*}
   *     each element of such an array; a part inside another one that is taken is not told again
   * @throws MalformedImportException if it is no JSON, is cut, or exceeds a bound
   */
  public static void read(InputStream in, Map<String, Handler> handlers)
      throws IOException, MalformedImportException {
    read(in, handlers, Set.of());
  }

  /**
   * The same, passing over members of that name inside parts, whatever their size.
   *
   * @param skipped names of members that no handler looks at, such as copied bodies
   */
  public static void read(InputStream in, Map<String, Handler> handlers, Set<String> skipped)
      throws IOException, MalformedImportException {
    read(in, handlers, skipped, (token, line) -> {});
  }

  private static void read(
      InputStream in, Map<String, Handler> handlers, Set<String> skipped, Opening opening)
      throws IOException, MalformedImportException {
    boolean empty = true;
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), new LeftOpen(in))) {
      Walk walk = new Walk(json, handlers, skipped);
      while (json.nextToken() != null) {
        empty = false;
        opening.with(json.currentToken(), json.currentTokenLocation().getLineNr());
        walk.value("");
      }
      if (empty) {
        throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw refused(e);
    }
  }

  private static MalformedImportException refused(JacksonException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    return switch (e) {
      case StreamConstraintsException _ ->
          new MalformedImportException(
              ImportRefusal.TOO_LARGE,
              "a piece of it is too long or too deeply nested",
              line,
              column);
      case UnexpectedEndOfInputException _ ->
          new MalformedImportException(
              ImportRefusal.CUT_OFF, "its JSON ends before it is complete", line, column);
      default ->
          new MalformedImportException(
              ImportRefusal.MALFORMED, "it is no well-formed JSON, or ends early", line, column);
    };
  }

  /**
   * Reads a file that is one list, which may be empty.
   *
   * @throws MalformedImportException also if it is anything else, or nothing
   */
  public static void readList(InputStream in, Handler each)
      throws IOException, MalformedImportException {
    int[] lists = {0};
    read(
        in,
        Map.of("/*", each),
        Set.of(),
        (json, line) -> {
          if (json != JsonToken.START_ARRAY || ++lists[0] > 1) {
            throw new MalformedImportException(
                ImportRefusal.OTHER_FORMAT, "it is not one list", line, 0);
          }
        });
  }

  /** Looks at the first token of a value. */
  private interface Opening {
    void with(JsonToken token, int line) throws MalformedImportException;
  }

  private record Walk(JsonParser json, Map<String, Handler> handlers, Set<String> skipped) {
    void value(String path) throws MalformedImportException {
      Handler handler = handlers.get(path);
      if (handler != null) {
        int line = json.currentTokenLocation().getLineNr();
        handler.accept(new Part(json, line, skipped).node(), line);
        return;
      }
      JsonToken token = json.currentToken();
      if (token.isStructStart() && handlers.keySet().stream().noneMatch(h -> leads(path, h))) {
        json.skipChildren();
        return;
      }
      if (token == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String inner = path + "/" + json.currentName();
          json.nextToken();
          value(inner);
        }
      } else if (token == JsonToken.START_ARRAY) {
        String inner = path + "/*";
        while (json.nextToken() != JsonToken.END_ARRAY) {
          value(inner);
        }
      }
    }

    /** Whether a part with this path may lie inside. */
    private static boolean leads(String path, String handled) {
      return handled.length() > path.length()
          && handled.charAt(path.length()) == '/'
          && handled.startsWith(path);
    }
  }

  /** Builds one part, of bounded size. */
  private static final class Part {
    private final JsonParser json;
    private final int line;
    private final Set<String> skipped;
    private int values;

    Part(JsonParser json, int line, Set<String> skipped) {
      this.json = json;
      this.line = line;
      this.skipped = skipped;
    }

    JsonNode node() throws MalformedImportException {
      if (++values > LARGEST_PART) {
        throw new MalformedImportException(
            ImportRefusal.TOO_LARGE, "one record is too large", line, 0);
      }
      JsonNodeFactory nodes = JsonNodeFactory.instance;
      return switch (json.currentToken()) {
        case START_OBJECT -> {
          ObjectNode object = nodes.objectNode();
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (skipped.contains(name)) {
              json.skipChildren();
            } else {
              object.set(name, node());
            }
          }
          yield object;
        }
        case START_ARRAY -> {
          ArrayNode array = nodes.arrayNode();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(node());
          }
          yield array;
        }
        case VALUE_STRING -> nodes.stringNode(json.getString());
        case VALUE_NUMBER_INT -> whole(nodes);
        case VALUE_NUMBER_FLOAT -> nodes.numberNode(json.getDoubleValue());
        case VALUE_TRUE -> nodes.booleanNode(true);
        case VALUE_FALSE -> nodes.booleanNode(false);
        default -> nodes.nullNode();
      };
    }

    private JsonNode whole(JsonNodeFactory nodes) {
      return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? nodes.numberNode(json.getDoubleValue())
          : nodes.numberNode(json.getLongValue());
    }
  }

  /** Keeps the parser from closing a stream that is its caller's. */
  private static final class LeftOpen extends java.io.FilterInputStream {
    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return in.read(bytes, from, length);
    }

    @Override
    public void close() {}
  }
}
