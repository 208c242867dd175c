package dev.plumbline.benchmarks;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A process that uploads evidence, decides and comments for ever, and tells what was stored: {@code
 * E} with the digest of a file, {@code D} of a decision, {@code C} of a comment. It opens the
 * dossier for each of them, as people do.
 */
final class RecordWriter {
  private static final ItemId ITEM = ItemId.parse("5.1-1-1a@DUT");
  private static final int LARGEST = 300_000;

  private RecordWriter() {}

  /**
   * Starts.
   *
   * @param arguments the dossier, and a number from which the files follow
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    DossierFolder folder = DossierFolder.at(Path.of(arguments[0]), Map.of());
    Random random = new Random(Long.parseLong(arguments[1]));
    Signer signer = Signer.of("Ann", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    while (true) {
      byte[] photo = new byte[1 + random.nextInt(LARGEST)];
      random.nextBytes(photo);
      try (DossierWriter writer = folder.write()) {
        Digest evidence =
            writer
                .storeEvidence(
                    photo, new EvidenceNote("A photo.", "", "", "", "Ann", Instant.EPOCH, "1"))
                .sha256();
        out.println("E " + evidence.hex());
        Decision decision =
            Decision.signed(
                ITEM,
                new Finding.Holds("See the photo."),
                evidence,
                List.of(evidence),
                false,
                Saw.NOTHING,
                signer,
                Instant.EPOCH);
        writer.appendDecisions(List.of(decision));
        out.println("D " + decision.digest().hex());
        Signed signed =
            signer.sign(
                Comment.TYPE,
                Comment.content(ITEM, "Really?", Optional.empty()),
                Saw.NOTHING,
                Instant.EPOCH);
        writer.appendTeam(List.of(new Comment(signed, ITEM, "Really?", Optional.empty())));
        out.println("C " + signed.digest().hex());
      }
    }
  }
}
