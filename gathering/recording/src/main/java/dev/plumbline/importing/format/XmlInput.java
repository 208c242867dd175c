package dev.plumbline.importing.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads XML in one pass. No entity of a file is expanded and nothing outside it is read. */
public final class XmlInput {
  private static final int DEEPEST = 90;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_ATTRIBUTES = 1_000;

  /** A text that took more room than this is not kept for the next one. */
  private static final int LARGE = 1 << 16;

  /** Formats of tools have some hundred names of elements and attributes. */
  private static final int MOST_NAMES = 5_000;

  /** Characters of all names together. */
  private static final int LONGEST_NAMES = 1 << 20;

  /** Longest piece that has to be held at once, such as one attribute. */
  private static final int LONGEST_PIECE = 16 << 20;

  private XmlInput() {}

  /** What is told of each element. */
  public interface Handler {
    /**
     * @param name local name
     * @param line from 1
     */
    void start(String name, Map<String, String> attributes, int line)
        throws MalformedImportException;

    /**
     * @param text the text that stood directly inside the element, cut after a million characters
     */
    void end(String name, String text) throws MalformedImportException;
  }

  /**
   * Reads to the end of the document.
   *
   * @throws MalformedImportException if it is not well formed, is cut, is nested deeper than
   *     {@value #DEEPEST}, or has more than {@value #MOST_NAMES} different names
   */
  public static void read(InputStream in, Handler handler)
      throws IOException, MalformedImportException {
    Pieces pieces = new Pieces(in);
    try {
      XMLStreamReader2 xml = (XMLStreamReader2) factory().createXMLStreamReader(pieces);
      new Walk(xml, pieces, handler).run();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNumber());
      if (e instanceof WstxEOFException) {
        throw new MalformedImportException(
            ImportRefusal.CUT_OFF, "its XML ends before it is complete", line, column);
      }
      switch (e.getNestedException()) {
        case TooLong tooLong ->
            throw new MalformedImportException(
                ImportRefusal.TOO_LARGE, "one piece of it is too long", line, column);
        case CharConversionException text ->
            throw new MalformedImportException(
                ImportRefusal.MALFORMED, "its text cannot be decoded (" + text.getMessage() + ")");
        case IOException io -> throw io;
        case null, default ->
            throw new MalformedImportException(
                ImportRefusal.MALFORMED, "it is no well-formed XML, or ends early", line, column);
      }
    }
  }

  private static XMLInputFactory2 factory() {
    XMLInputFactory2 factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(
        WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, (XMLResolver) XmlInput::none);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // What is not well formed has to show when it is passed, not when somebody looks at it.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_PIECE);
    // Names of a hostile file must not outlive it.
    factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
    return factory;
  }

  private static Object none(String publicId, String systemId, String base, String name)
      throws XMLStreamException {
    throw new XMLStreamException("an entity of the file's own: " + name);
  }

  /** More was read for one piece than can be held. */
  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("more than " + LONGEST_PIECE + " bytes in one piece");
    }
  }

  /** Counts what is read for one piece, so that an endless name or comment fills no memory. */
  private static final class Pieces extends InputStream {
    private final InputStream in;
    private int read;

    Pieces(InputStream in) {
      this.in = in;
    }

    void begin() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = in.read(bytes, from, length);
      read += Math.max(0, count);
      if (read > LONGEST_PIECE) {
        throw new TooLong();
      }
      return count;
    }
  }

  /**
   * Names that a file has used. The parser keeps them all, in chains that a hostile file can make
   * as long as their number, so that their number is bounded.
   */
  private static final class Names {
    private final Set<String> known = new HashSet<>();
    private int characters;

    void add(@Nullable String name, int line) throws MalformedImportException {
      if (name == null || !known.add(name)) {
        return;
      }
      characters += name.length();
      if (known.size() > MOST_NAMES || characters > LONGEST_NAMES) {
        throw new MalformedImportException(
            ImportRefusal.TOO_LARGE, "it has too many different names", line, 0);
      }
    }
  }

  private static final class Walk {
    private final XMLStreamReader2 xml;
    private final Pieces pieces;
    private final Names names = new Names();
    private final Handler handler;
    private final StringBuilder[] texts = new StringBuilder[DEEPEST + 1];
    private int depth;

    Walk(XMLStreamReader2 xml, Pieces pieces, Handler handler) {
      this.xml = xml;
      this.pieces = pieces;
      this.handler = handler;
    }

    void run() throws XMLStreamException, MalformedImportException {
      while (xml.hasNext()) {
        int event = xml.next();
        pieces.begin();
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> {
            handler.end(xml.getLocalName(), text(texts[depth]));
            depth--;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
          case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.add(xml.getPITarget(), line());
          default -> {}
        }
      }
    }

    private void start() throws MalformedImportException {
      int line = line();
      names(line);
      if (depth == DEEPEST) {
        throw new MalformedImportException(
            ImportRefusal.TOO_LARGE, "it is nested too deeply", line, 0);
      }
      depth++;
      if (texts[depth] == null || texts[depth].capacity() > LARGE) {
        texts[depth] = new StringBuilder();
      } else {
        texts[depth].setLength(0);
      }
      handler.start(xml.getLocalName(), attributes(), line);
    }

    private int line() {
      return xml.getLocationInfo().getStartLocation().getLineNumber();
    }

    private void names(int line) throws MalformedImportException {
      names.add(xml.getLocalName(), line);
      names.add(xml.getPrefix(), line);
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        names.add(xml.getAttributeLocalName(i), line);
        names.add(xml.getAttributePrefix(i), line);
      }
      for (int i = 0; i < xml.getNamespaceCount(); i++) {
        names.add(xml.getNamespacePrefix(i), line);
      }
    }

    private Map<String, String> attributes() {
      int count = xml.getAttributeCount();
      if (count == 0) {
        return Map.of();
      }
      Map<String, String> attributes = HashMap.newHashMap(count);
      for (int i = 0; i < count; i++) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
      return attributes;
    }

    private static String text(StringBuilder text) {
      return text.isEmpty() ? "" : text.toString().strip();
    }

    private void text() {
      if (depth == 0) {
        return;
      }
      StringBuilder text = texts[depth];
      int room = LONGEST_TEXT - text.length();
      if (room > 0) {
        text.append(
            xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
      }
    }
  }
}
