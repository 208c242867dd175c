package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas under docs/schemas beside the released ones. {@code -Dplumbline.release=true} makes
 * today's the released ones: at a release, or when a schema got a new number.
 */
class SchemasTest {
  private static final Path RELEASED =
      Repository.at("verification/acceptance/src/test/resources/released-schemas.json");

  private static Map<String, JsonNode> today() throws IOException {
    Map<String, JsonNode> schemas = new TreeMap<>();
    Path folder = Repository.at("docs/schemas");
    for (Path file : SourceTree.texts("docs/schemas")) {
      schemas.put(
          folder.relativize(file).toString().replace('\\', '/'),
          JsonMapper.shared().readTree(Files.readString(file)));
    }
    return schemas;
  }

  @Test
  void noSchemaBreaksThoseWhoRelyOnTheReleasedOne() throws IOException {
    Map<String, JsonNode> today = today();
    if (Boolean.getBoolean("plumbline.release")) {
      Files.writeString(RELEASED, JsonMapper.shared().writeValueAsString(today) + "\n");
    }
    JsonNode released = JsonMapper.shared().readTree(Files.readString(RELEASED));
    List<String> breaks = new ArrayList<>();
    released
        .properties()
        .forEach(
            e -> {
              JsonNode now = today.get(e.getKey());
              if (now == null) {
                breaks.add(e.getKey() + " is gone");
              } else {
                SchemaChange.breaks(e.getValue(), now)
                    .forEach(b -> breaks.add(e.getKey() + " " + b));
              }
            });
    assertThat(breaks)
        .as("a breaking change needs a schema with a new number beside the old one")
        .isEmpty();
    assertThat(released.size()).isGreaterThan(60);
  }

  @Test
  void everySchemaHasAnIdentityWithItsNumber() throws IOException {
    today()
        .forEach(
            (name, schema) ->
                assertThat(schema.path("$id").asString())
                    .as(name)
                    .matches("urn:plumbline:[a-zA-Z0-9.:-]+:\\d+"));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{'properties':{'a':{}}};{'properties':{'b':{}}};/a: is gone",
        "{'type':['string','null']};{'type':'string'};type was",
        "{};{'type':'string'};type was",
        "{'enum':['a','b']};{'enum':['a']};values were",
        "{'properties':{'a':{}}};{'properties':{'a':{}},'required':['a']};/a: is newly required",
        "{'required':['a']};{};/a: is no longer certain",
        "{};{'additionalProperties':false};other properties",
        "{'properties':{'a':{'items':{'type':'integer'}}}};{'properties':{'a':{'items':{'type':'string'}}}};/a/items:"
            + " type was",
        "{'anyOf':[{},{}]};{'anyOf':[{}]};an alternative is gone",
        "{'pattern':'a*'};{'pattern':'a'};pattern is narrower",
        "{'$ref':'#/a'};{'$ref':'#/b'};$ref is another",
        "{'type':'boolean'};{'anyOf':[{'type':'integer'},{'type':'string'}]};is new, and narrows"
      })
  void aBreakIsSeen(String released, String now, String told) {
    assertThat(SchemaChange.breaks(read(released), read(now))).anyMatch(b -> b.contains(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{'properties':{'a':{}}};{'properties':{'a':{},'b':{'type':'string'}}}",
        "{'type':'string'};{'type':['string','null']}",
        "{'type':'integer'};{'type':'number'}",
        "{'enum':['a']};{'enum':['a','b']}",
        "{'description':'x'};{'description':'y'}",
        "{'additionalProperties':false};{}",
        "{'type':'boolean'};{'anyOf':[{'type':'boolean'},{'type':'string'}]}"
      })
  void whatWidensIsNoBreak(String released, String now) {
    assertThat(SchemaChange.breaks(read(released), read(now))).isEmpty();
  }
}
