package dev.plumbline.importing.kit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files made to hang, exhaust or fool a reader. */
public enum HostileFiles {
  EMPTY {
    @Override
    void fill(OutputStream out, Path folder) {}
  },
  ZEROS {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      repeat(out, "\0", MANY);
    }
  },
  GARBAGE {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      byte[] bytes = new byte[1 << 20];
      new Random(7).nextBytes(bytes);
      out.write(bytes);
    }
  },
  DEEP_JSON {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      repeat(out, "{\"a\":[", MANY);
    }
  },
  WIDE_JSON {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write('[');
      repeat(out, "{\"host\":\"192.0.2.10\",\"ip\":\"192.0.2.10\"},", MANY / 8);
      out.write("{}]".getBytes(StandardCharsets.UTF_8));
    }
  },
  LONG_LINE {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      repeat(out, "192.0.2.10,", MANY * 5 / 2);
    }
  },
  LONG_TEXT {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write("{\"host\":\"".getBytes(StandardCharsets.UTF_8));
      repeat(out, "192.0.2.10", MANY * 5 / 2);
    }
  },
  LONG_NAME {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write("<?xml version=\"1.0\"?><a".getBytes(StandardCharsets.UTF_8));
      repeat(out, "aaaaaaaaaa", MANY * 5 / 2);
    }
  },
  MANY_NAMES {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write('{');
      for (int i = 0; i < MANY / 2; i++) {
        out.write(("\"n" + i + "\":" + i + ",").getBytes(StandardCharsets.UTF_8));
      }
      out.write("\"n\":0}".getBytes(StandardCharsets.UTF_8));
    }
  },
  OTHER_PAGE {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write(
          "<!DOCTYPE html>\n<html><body>502 Bad Gateway: 192.0.2.10</body></html>\n"
              .getBytes(StandardCharsets.UTF_8));
    }
  },
  LINE_BREAKS {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      repeat(out, "\n", MANY);
    }
  },
  DEEP_XML {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      repeat(out, "<a>", MANY);
    }
  },
  ENTITY_BOMB {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      StringBuilder xml =
          new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"x\">");
      for (int i = 1; i < 30; i++) {
        xml.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
      }
      out.write(xml.append("]><a>&e29;</a>").toString().getBytes(StandardCharsets.UTF_8));
    }
  },
  FOREIGN_FILE {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      Path secret = Files.writeString(folder.resolve("secret"), SECRET);
      out.write(
          ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY s SYSTEM \""
                  + secret.toUri()
                  + "\">]>"
                  + "<a host=\"192.0.2.10\">&s;</a>")
              .getBytes(StandardCharsets.UTF_8));
    }
  },
  WRONG_ENCODING {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      out.write("{\"host\":\"192.0.2.10\",\"x\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_16BE));
    }
  },
  EXPANDING_GZIP {
    @Override
    void fill(OutputStream out, Path folder) throws IOException {
      try (OutputStream zip = new java.util.zip.GZIPOutputStream(out)) {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 256; i++) {
          zip.write(zeros);
        }
      }
    }
  };

  /** Stands in a file that no importer may read. */
  public static final String SECRET = "a-file-that-nobody-may-read";

  private static final int MANY = 400_000;

  abstract void fill(OutputStream out, Path folder) throws IOException;

  /** Writes the file. */
  public Path write(Path folder) throws IOException {
    Path file = folder.resolve("hostile");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      fill(out, folder);
    }
    return file;
  }

  private static void repeat(OutputStream out, String text, int times) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
  }

  /** The text with members or attributes that no importer knows; other formats stay as they are. */
  static String withUnknownFields(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return text.replaceFirst("\\{(?=\\s*\")", "{\"zzUnknown\":{\"a\":[1,null]},");
    }
    if (start.startsWith("<")) {
      return text.replaceFirst("<([A-Za-z][A-Za-z0-9_-]*)(?=[\\s>])", "<$1 zzUnknown=\"1\"");
    }
    return text;
  }
}
