package org.conjoint.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.conjoint.access.Accounts;
import org.conjoint.audit.AuditFinding;
import org.conjoint.audit.AuditReport;
import org.conjoint.audit.AuditVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The audit trail from the command line. */
@Command(
        name = "audit",
        description = "Works on the audit trail.",
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    /** Checks every chain and says where one is not as it was recorded. */
    @Command(
            name = "verify",
            description = "Checks the chains; exit code 6 when the trail was changed.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private DataOption data = new DataOption();

        @Mixin
        private Output output = new Output();

        @Override
        public Integer call() throws Exception {
            try (var opened = Opened.at(data.folder())) {
                var verification = opened.get(AuditVerification.class);
                var report = opened.get(Accounts.class).runAsSystem(verification::verify);
                output.result(report, text(report));
                return report.whole() ? ExitCode.DONE : ExitCode.DAMAGED;
            } catch (FolderHeld e) {
                output.problem(e.advice("-X POST %s/api/audit/verification"));
                return ExitCode.HELD;
            }
        }

        private static String text(AuditReport report) {
            var read = "%,d entries in %,d chains read".formatted(report.entries(), report.chains());
            if (report.whole()) {
                return "%s: the trail is whole.%nSeal: %s".formatted(read, report.seal());
            }
            return "%s: the trail is damaged.%n%s%s"
                    .formatted(
                            read,
                            report.findings().stream()
                                    .map(AuditFinding::message)
                                    .map("  "::concat)
                                    .collect(Collectors.joining(System.lineSeparator())),
                            report.cutShort() ? System.lineSeparator() + "  … and more" : "");
        }
    }
}
