package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.Results;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Judges for several threads: each is lent to one at a time. */
final class Judges {
  private final BlockingQueue<DossierJudge> free;

  Judges(Results results, int number) {
    free = new ArrayBlockingQueue<>(number);
    for (int i = 0; i < number; i++) {
      free.add(results.judge());
    }
  }

  /** The dossier as it is; waits for a judge that is free. */
  Outcome judge(Path folder, LocalDate day) throws InterruptedException {
    DossierJudge judge = free.take();
    try {
      return judge.judge(folder, day);
    } finally {
      free.add(judge);
    }
  }
}
