package org.yunga.web.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yunga.core.audit.AuditEntry;
import org.yunga.core.audit.AuditFinding;
import org.yunga.core.audit.AuditReport;
import org.yunga.core.store.Store;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.ExplainedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code yunga audit}: who did what, and whether that is still true. */
@Command(
    name = "audit",
    description = {"Quién hizo qué, y si eso sigue intacto.", "Who did what, still intact or not."},
    mixinStandardHelpOptions = true,
    subcommands = {AuditCommand.ListEntries.class, AuditCommand.Verify.class})
final class AuditCommand {

  private static final int PAGE = 500;
  private static final int SHORT_HASH = 12;

  /** {@code yunga audit list}. */
  @Command(
      name = "list",
      description = {
        "Escribe los asientos, el último al final.",
        "Writes the entries, newest last."
      },
      mixinStandardHelpOptions = true)
  static final class ListEntries implements Callable<Integer> {

    @Mixin private DataFolder data;

    @Option(
        names = "--last",
        paramLabel = "N",
        description = {"Solo los N últimos; por omisión, todos", "Only the last N; by default all"})
    private int last = Integer.MAX_VALUE;

    @Override
    public Integer call() {
      try (Store store = data.openAsItIs()) {
        List<AuditEntry> entries = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (entries.size() < last) {
          List<AuditEntry> page =
              store.audit().before(before, Math.min(PAGE, last - entries.size()));
          if (page.isEmpty()) {
            break;
          }
          entries.addAll(page);
          before = page.get(page.size() - 1).number();
        }
        Collections.reverse(entries);
        entries.forEach(entry -> Console.say(line(entry)));
        if (entries.isEmpty()) {
          Console.say("La auditoría está vacía.", "The audit is empty.");
        }
      }
      return 0;
    }

    private static Bilingual line(AuditEntry entry) {
      return new Bilingual(
          line(entry, entry.event().act().inWords().es(), "entrega"),
          line(entry, entry.event().act().inWords().en(), "release"));
    }

    private static String line(AuditEntry entry, String verb, String release) {
      return "%4d  %s  %s  %s %s%s  %s"
          .formatted(
              entry.number(),
              entry.at(),
              entry.by().name(),
              verb,
              entry.event().subject(),
              entry.release().map(number -> " -> " + release + " " + number).orElse(""),
              entry.hash().substring(0, SHORT_HASH));
    }
  }

  /** {@code yunga audit verify}. */
  @Command(
      name = "verify",
      description = {
        "Vuelve a calcular la cadena y el contenido de todas las entregas. Termina con 0 si todo"
            + " está intacto, con 1 si no.",
        "Counts chain and content of all releases again. Ends with 0 when intact, else 1."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Mixin private DataFolder data;

    @Option(
        names = "--head",
        paramLabel = "SHA256",
        description = {
          "Suma que usted guardó de una verificación anterior; debe seguir en la cadena",
          "Hash that you kept of an earlier verification; it must still be in the chain"
        })
    private String head;

    @Override
    public Integer call() {
      Optional<String> known = Optional.ofNullable(head).map(Verify::hash);
      AuditReport report;
      try (Store store = data.openAsItIs()) {
        report = store.audit().verify(known);
      }
      report.findings().forEach(Verify::tell);
      tell(report);
      return report.isIntact() ? 0 : Failures.MENDABLE;
    }

    private static void tell(AuditFinding finding) {
      Console.complain(finding.explanation());
    }

    private static void tell(AuditReport report) {
      String counted =
          report.entries()
              + " asientos, "
              + report.releases()
              + " entregas, "
              + report.datasets()
              + " conjuntos de datos";
      String countedEn =
          report.entries()
              + " entries, "
              + report.releases()
              + " releases, "
              + report.datasets()
              + " datasets";
      if (!report.isIntact()) {
        Console.complain(
            new Bilingual(
                "La auditoría NO está intacta (" + counted + ").",
                "The audit is NOT intact (" + countedEn + ")."));
        return;
      }
      Console.say(
          "Intacta: "
              + counted
              + ". Último asiento: "
              + report.head()
              + "\nGuarde esa suma fuera de esta máquina: con --head se comprueba después que nada"
              + " anterior cambió.",
          "Intact: "
              + countedEn
              + ". Newest entry: "
              + report.head()
              + "\nKeep that hash elsewhere: by --head you can check later that nothing before it"
              + " was changed.");
    }

    private static String hash(String text) {
      String hash = text.strip();
      if (!hash.matches("[0-9a-f]{64}")) {
        throw new ExplainedException(
            "bad_head",
            new Bilingual(
                "--head "
                    + text
                    + " no es una suma SHA-256. Indique las 64 cifras que escribió audit verify.",
                "--head "
                    + text
                    + " is not a SHA-256. Give the 64 digits that audit verify wrote."));
      }
      return hash;
    }
  }
}
