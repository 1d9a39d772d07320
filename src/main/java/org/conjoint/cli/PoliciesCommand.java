package org.conjoint.cli;

import picocli.CommandLine.Command;

/** Policies from the command line. */
@Command(
        name = "policies",
        description = "Brings policies in and out as folders.",
        mixinStandardHelpOptions = true,
        subcommands = {PoliciesExport.class, PoliciesImport.class, PoliciesPrompt.class})
final class PoliciesCommand {}
