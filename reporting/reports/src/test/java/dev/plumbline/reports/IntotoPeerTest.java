package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.plumbline.core.Digest;
import dev.plumbline.reports.intoto.IntotoReport;
import dev.sigstore.dsse.GsonAdaptersInTotoPayload;
import dev.sigstore.dsse.InTotoPayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The library of Sigstore, which signs and verifies such statements, reads ours. */
class IntotoPeerTest {
  private static final Gson READER =
      new GsonBuilder().registerTypeAdapterFactory(new GsonAdaptersInTotoPayload()).create();

  private static String statement() throws IOException {
    return Written.by(new IntotoReport(), Results.with("\"}\u0000\u202E"));
  }

  @Test
  void sigstoreReadsTheStatementWithItsSubjects() throws IOException {
    InTotoPayload read = READER.fromJson(statement(), InTotoPayload.class);
    assertThat(read.getType()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(read.getPredicateType()).isEqualTo("urn:plumbline:assessment:1");
    assertThat(read.getSubject())
        .extracting(s -> s.getName() + " " + s.getDigest().get("sha256"))
        .containsExactly(
            "product.yaml " + Digest.of("product"), "result.json " + Digest.of("result"));
    assertThat(read.getPredicate().getAsJsonObject().get("verdict").getAsString())
        .isEqualTo("FAIL");
  }

  @Test
  void aStatementWithoutItsTypeIsRefused() throws IOException {
    String wrong = statement().replace("\"predicateType\"", "\"kind\"");
    assertThatThrownBy(() -> READER.fromJson(wrong, InTotoPayload.class))
        .hasStackTraceContaining("predicateType");
  }
}
