package dev.plumbline.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reader finds in a file of any form that Plumbline writes. */
final class ShownTexts {
  private ShownTexts() {}

  /** A file as its bytes and as the text that programs show of it. */
  static String of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String raw = new String(bytes, StandardCharsets.UTF_8);
    String name = file.toString();
    if (name.endsWith(".docx") || name.endsWith(".xlsx")) {
      return unpacked(file);
    }
    if (name.endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(bytes)) {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
      }
    }
    if (name.endsWith(".html") || name.endsWith(".xml") || name.endsWith(".svg")) {
      return raw + Jsoup.parse(raw).wholeText();
    }
    StringBuilder all = new StringBuilder(raw);
    if (name.endsWith(".json") || name.endsWith(".sarif")) {
      collect(JsonMapper.shared().readTree(raw), all);
    } else if (name.endsWith(".jsonl")) {
      raw.lines().forEach(l -> collect(JsonMapper.shared().readTree(l), all));
    }
    return all.toString();
  }

  private static void collect(JsonNode node, StringBuilder all) {
    if (node.isString()) {
      all.append('\n').append(node.stringValue());
    }
    node.forEach(n -> collect(n, all));
  }

  private static String unpacked(Path file) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        all.append(xml).append(Jsoup.parse(xml).wholeText());
      }
    }
    return all.toString();
  }
}
